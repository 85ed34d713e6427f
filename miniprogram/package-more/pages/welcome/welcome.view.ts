import type { ScreenState } from '../../../behaviors/screen.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'

export interface WelcomeView {
  readonly isLarge: boolean
  readonly title: string
  readonly lead: string
  readonly points: AccountTexts['welcome']['points']
  readonly record: string
  /** By oneself, with no sign-in. */
  readonly alone: readonly ListRow[]
  /** Together with the family. */
  readonly together: readonly ListRow[]
}

/** What this is, and every way to begin; none of them is forced. */
export function welcomeView({ account, preferences }: ScreenState): WelcomeView {
  const { welcome: words } = accountTexts(preferences.language)
  const canSignIn = account.who !== 'signed_in' && account.ways.some((way) => way !== 'local')
  return {
    isLarge: preferences.isLarge,
    title: words.title,
    lead: words.lead,
    points: words.points,
    record: words.record,
    alone: [
      listRow({ key: 'alone', icon: 'lamp', title: words.alone, text: words.aloneText }),
      listRow({ key: 'sample', icon: 'curve', title: words.sample, text: words.sampleText }),
    ],
    together: [
      listRow({ key: 'join', icon: 'family', title: words.join, text: words.joinText }),
      listRow({ key: 'found', icon: 'plus', title: words.found, text: words.foundText }),
      ...(canSignIn ? [listRow({ key: 'families', icon: 'check', title: words.signIn, text: words.signInText })] : []),
    ],
  }
}
