import type { Readable } from '../../stores/observable.ts'
import type { OpenFamily } from './open-family.ts'

/** Tells whenever another family is open, or the same one as somebody else's. */
export function onOpened(open: Readable<OpenFamily | null>, tell: () => void): void {
  const keyOf = (opened: OpenFamily | null): string => (opened ? `${opened.accountId}/${opened.familyId}` : '')
  let last = keyOf(open.get())
  open.subscribe(() => {
    const key = keyOf(open.get())
    if (key === last) return
    last = key
    tell()
  })
}
