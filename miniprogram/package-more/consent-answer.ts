import { openPage } from '../wiring.ts'

let waiting: ((version: number | null) => void) | null = null

/** Asks for the guardian's consent on a page of its own: the version that was agreed to, null when it was not. */
export function askConsent(): Promise<number | null> {
  waiting?.(null)
  return new Promise((resolve) => {
    waiting = resolve
    openPage('/package-more/pages/consent/consent?for=new')
  })
}

/** The page is gone, with this answer. */
export function answerConsent(version: number | null): void {
  waiting?.(version)
  waiting = null
}
