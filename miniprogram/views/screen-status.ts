import type { ScreenState } from '../behaviors/screen.ts'

/** What a screen says instead of its own content. */
export interface Waiting {
  readonly status: 'loading' | 'guest' | 'no_child'
  readonly message: { readonly title: string; readonly text: string }
}

/** Why there is no child to show yet: the record may still come, or there is none. null when there is a child. */
export function waitingOf({ current, signedIn, family, texts, connection }: ScreenState): Waiting | null {
  if (current) return null
  const isWaiting = family.id === null ? connection.problem === null && connection.hasNetwork : !family.isWhole
  if (isWaiting && (signedIn !== null || family.id === null) && connection.problem !== 'unauthenticated') {
    return { status: 'loading', message: { title: texts.common.loading, text: '' } }
  }
  return family.id === null ? { status: 'guest', message: texts.guest } : { status: 'no_child', message: texts.noChild }
}
