import type { ScreenState } from '../../../behaviors/screen.ts'
import type { OpenFamily } from '../../../services/account/account.ts'
import { isByLinkOnly } from '../../../services/account/sign-in-way.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'

export interface FamiliesView {
  readonly isLarge: boolean
  readonly note: string
  readonly familiesTitle: string
  readonly families: readonly ListRow[]
  readonly ways: readonly ListRow[]
  readonly accountTitle: string
  readonly account: readonly ListRow[]
}

/** Every family of this phone, the ways to another one, and signing in and out. `hasLeft`: something was not sent to a family one is in no more. */
export function familiesView(state: ScreenState, isSigningIn: boolean, hasLeft: boolean): FamiliesView {
  const { account, preferences } = state
  const { families: words, titles } = accountTexts(preferences.language)
  return {
    isLarge: preferences.isLarge,
    note: account.who === 'expired' ? words.expired : '',
    familiesTitle: account.families.length > 0 ? words.families : '',
    families: account.families.map((family) => familyRow(family, state, words)),
    ways: [
      listRow({ key: 'found', icon: 'plus', title: words.found }),
      listRow({ key: 'join', icon: 'family', title: words.join }),
      ...(hasLeft ? [listRow({ key: 'left-behind', icon: 'sending', title: titles.leftBehind })] : []),
    ],
    accountTitle: words.account,
    account: accountRows(state, isSigningIn, words),
  }
}

function familyRow(family: OpenFamily, { account, texts }: ScreenState, words: AccountTexts['families']): ListRow {
  const { familyId, isLocal, name, memberName, role } = family
  const isOpen = familyId === account.open?.familyId && !account.isSample
  const what = isLocal ? words.localText : `${memberName} · ${texts.family.roles[role]}`
  return listRow({
    key: familyId,
    icon: isLocal ? 'lamp' : 'family',
    title: isLocal ? words.local : name,
    badge: isOpen ? words.open : '',
    text: isOpen ? what : `${what}\n${words.switchTo}`,
    opens: !isOpen,
  })
}

function accountRows(
  { account }: ScreenState,
  isSigningIn: boolean,
  words: AccountTexts['families'],
): readonly ListRow[] {
  const everywhere = listRow({ key: 'everywhere', title: words.everywhere, tone: 'danger' })
  const signOut = listRow({ key: 'sign_out', title: words.signOut, tone: 'danger' })
  if (account.who === 'signed_in') return account.ways.includes('demo') ? [signOut] : [signOut, everywhere]
  const isByLink = isByLinkOnly(account.ways)
  const signIn = listRow({
    key: 'sign_in',
    icon: 'check',
    title: isSigningIn ? words.signingIn : words.signIn,
    text: isByLink ? words.byLink : words.signInText,
    opens: !isByLink,
  })
  return account.who === 'expired' ? [signIn, signOut] : [signIn]
}
