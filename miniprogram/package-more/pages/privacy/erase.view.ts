import { parseStamp } from '../../../../shared/time/instant.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { privacyTexts } from '../../texts/privacy.ts'
import { ownRoleOf } from './consents.view.ts'

/** What the person may erase: as the owner each child and the family, and everybody their own account. */
export function eraseRows(state: ScreenState): readonly ListRow[] {
  const { account, family, open, preferences } = state
  const { erase: words } = privacyTexts(preferences.language)
  const isOwner = open !== null && !open.isLocal && ownRoleOf(state) === 'owner'
  return [
    ...(isOwner
      ? [
          ...family.children.map(({ id, name }) =>
            listRow({ key: `child ${id}`, title: words.child(name), text: words.childText, tone: 'danger' }),
          ),
          listRow({ key: 'family', title: words.family, text: words.familyText, tone: 'danger' }),
        ]
      : []),
    ...(account.who === 'signed_in' && !account.erasedAt && !account.ways.includes('demo')
      ? [listRow({ key: 'account', title: words.account, text: words.accountText, tone: 'danger' })]
      : []),
  ]
}

/** What is about to be erased, and who may take it back. `here`: the phone's zone. */
export function dueRows(state: ScreenState, here: Zone): readonly ListRow[] {
  const { account, family, now, open, preferences } = state
  const { language } = preferences
  const { erase: words } = privacyTexts(language)
  const row = (key: string, title: string, dueAt: string, mayCancel: boolean): ListRow => {
    const moment = momentText(parseStamp(dueAt)!.at, now, here, language)
    const text = mayCancel ? words.due(moment) : words.dueOther(moment)
    return listRow({ key, icon: 'clock', title, text, opens: mayCancel })
  }
  const isOwner = ownRoleOf(state) === 'owner'
  return [
    ...(account.erasedAt ? [row('account', words.accountDue, account.erasedAt, true)] : []),
    ...(account.erased ?? []).map(({ familyId, name, dueAt, mayCancel }) =>
      row(`family ${familyId}`, words.familyDue(name), dueAt, mayCancel),
    ),
    ...(family.erasures ?? []).map(({ erasureId, childName, dueAt, accountId }) =>
      row(`child ${erasureId}`, words.childDue(childName), dueAt, isOwner || accountId === open?.accountId),
    ),
  ]
}
