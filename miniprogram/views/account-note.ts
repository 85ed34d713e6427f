import type { ScreenState } from '../behaviors/screen.ts'

/** What a person should know of the record before their eyes, and where it leads. */
export interface AccountNote {
  readonly icon: string
  readonly text: string
  readonly go: string
  /** The page it opens; '' leaves the sample. */
  readonly page: string
}

const MORE = '/package-more/pages'

/** null for whoever is signed in, and in their family. */
export function accountNote({ account, texts }: Pick<ScreenState, 'account' | 'texts'>): AccountNote | null {
  const { account: words } = texts
  const [lost] = account.lost
  if (account.isSample) return { icon: 'info', text: words.sample, go: words.leaveSample, page: '' }
  if (lost?.isErased || account.erasedAt)
    return {
      icon: 'alert',
      text: lost?.isErased ? words.erased(lost.name) : words.erasing,
      go: words.look,
      page: `${MORE}/privacy/privacy`,
    }
  if (lost)
    return { icon: 'alert', text: words.lost(lost.name), go: words.look, page: `${MORE}/left-behind/left-behind` }
  if (account.who === 'expired')
    return { icon: 'alert', text: words.expired, go: words.signIn, page: `${MORE}/families/families` }
  return account.who === 'guest'
    ? { icon: 'info', text: words.guest, go: words.look, page: `${MORE}/welcome/welcome` }
    : null
}
