import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Founding, LocalRecord } from '../../../services/account/account.ts'
import { isByLinkOnly } from '../../../services/account/sign-in-way.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'

/** A child that is not on this phone yet. */
export const FRESH = ''

export interface FoundView {
  readonly isLarge: boolean
  readonly words: AccountTexts['found']
  readonly note: string
  /** The ways in, instead of the form, where this phone cannot sign in by itself. */
  readonly ways: readonly ListRow[]
  /** Those on this phone, and another one; empty where there is none. */
  readonly children: readonly { readonly value: string; readonly name: string }[]
  readonly childId: string
  readonly carried: string
  readonly needsName: boolean
  readonly familyName: string
  readonly make: string
  readonly isBusy: boolean
}

/** `chosen`: the child; null: not chosen yet. */
export function foundView(
  state: ScreenState,
  local: LocalRecord | null,
  chosen: string | null,
  isBusy: boolean,
): FoundView {
  const { account, preferences } = state
  const { found: words, families, welcome } = accountTexts(preferences.language)
  const needsLink = account.who !== 'signed_in' && isByLinkOnly(account.ways)
  const own = local?.children ?? []
  const childId = chosen ?? own[0]?.childId ?? FRESH
  const child = own.find((one) => one.childId === childId)
  return {
    isLarge: preferences.isLarge,
    words,
    note: account.who === 'signed_in' ? '' : needsLink ? words.byLink : words.signInFirst,
    ways: needsLink ? [listRow({ key: 'join', icon: 'family', title: families.join, text: welcome.joinText })] : [],
    children:
      own.length === 0
        ? []
        : [...own.map(({ childId: value, name }) => ({ value, name })), { value: FRESH, name: words.fresh }],
    childId,
    carried: child ? words.carried(child.entries) : '',
    needsName: !child,
    familyName: child ? words.familyOf(child.name) : '',
    make: isBusy ? words.making : words.make,
    isBusy,
  }
}

/** What was filled in; null while something is missing. */
export function foundingOf(
  { child = '', family, own }: Readonly<Record<'family' | 'own', string>> & { readonly child?: string },
  childId: string,
  timeZone: string | null,
): Omit<Founding, 'consentVersion'> | null {
  const [name, ownName, childName] = [family, own, child].map((text) => text.trim())
  if (!name || !ownName || (childId === FRESH && !childName)) return null
  const fresh = { name: childName ?? '', birthDate: null, sex: null, timeZone }
  return { name, ownName, child: childId === FRESH ? { fresh } : { local: childId } }
}
