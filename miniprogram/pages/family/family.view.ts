import { isOffline, seesOthers } from '../../services/sync/connection.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { Child } from '../../stores/records/family.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { accountNote, type AccountNote } from '../../views/account-note.ts'
import { listRow, type ListRow } from '../../views/list-row.ts'
import { waitingOf, type Waiting } from '../../views/screen-status.ts'
import { cabinetView } from './cabinet.view.ts'
import { childView } from './child.view.ts'
import { dutyCard, type DutyCard } from './duty.view.ts'
import { settingsView, type Setting } from './settings.view.ts'

export interface FamilyView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'ready'
  readonly name: string
  readonly note: AccountNote | null
  /** null where nothing is sent to anybody. */
  readonly connection: {
    readonly icon: 'check' | 'offline' | 'sending'
    readonly text: string
    readonly unsent: string
  } | null
  readonly duty: DutyCard | null
  /** Who belongs to it, and who may come in. */
  readonly people: readonly ListRow[]
  readonly childTitle: string
  readonly children: readonly ListRow[]
  readonly cabinetTitle: string
  readonly cabinet: readonly ListRow[]
  readonly moreTitle: string
  readonly more: readonly ListRow[]
  readonly settingsTitle: string
  readonly settings: readonly Setting[]
}

/** Where a row leads, by its key. */
const PAGES: Readonly<Record<string, string>> = {
  members: 'members/members',
  invite: 'invite/invite',
  cabinet: 'cabinet/cabinet',
  families: 'families/families',
  log: 'access-log/access-log',
  privacy: 'privacy/privacy',
  about: 'about/about',
  child: 'child/child',
}

/** The page of a row: its key is a page's, or `child` with the child's id. */
export function pageOf(key: string): string {
  const [name = '', id] = key.split(' ')
  return `/package-more/pages/${PAGES[name] ?? ''}${id === undefined ? '' : `?id=${id}`}`
}

/** The whole screen 家庭. `here`: this phone's zone, for children who have none of their own. */
export function familyView(state: ScreenState, version: string, here: Zone): FamilyView {
  const { account, family, texts, preferences, open } = state
  const isShared = open !== null && !open.isLocal && !account.isSample
  const isLoading = waitingOf(state)?.status === 'loading'
  const rows = isLoading ? [] : childRows(state, here)
  return {
    isLarge: preferences.isLarge,
    status: waitingOf(state)?.status ?? 'ready',
    name: isShared ? (family.name ?? open.name) : open ? texts.family.local : '',
    note: accountNote(state),
    connection: isShared ? connectionOf(state) : null,
    duty: dutyCard(state, here),
    people: isShared && !isLoading ? peopleRows(state) : [],
    childTitle: texts.family.child,
    children: rows,
    cabinetTitle: texts.family.cabinet,
    cabinet: isLoading || family.id === null ? [] : [cabinetRow(state)],
    moreTitle: texts.family.more,
    more: moreRows(state, version),
    settingsTitle: texts.family.settings,
    settings: settingsView(preferences, texts),
  }
}

function peopleRows({ family, open, texts }: ScreenState): readonly ListRow[] {
  const { common, family: words } = texts
  const role = family.members.find(({ id }) => id === open?.accountId)?.role ?? open?.role
  const names = family.members.map(({ id, name }) => (id === open?.accountId ? words.meAs(name) : name))
  return [
    listRow({ key: 'members', icon: 'family', title: words.members, text: common.list(names) }),
    ...(role === 'owner'
      ? [listRow({ key: 'invite', icon: 'plus', title: words.invite, text: words.inviteText })]
      : []),
  ]
}

function childRows(state: ScreenState, here: Zone): readonly ListRow[] {
  const { account, family, texts } = state
  const own = family.children.map((child) => childRow(child, state, here))
  const mayAdd = family.id !== null && !account.isSample && ownRole(state) !== 'viewer'
  return mayAdd ? [...own, listRow({ key: 'child', icon: 'plus', title: texts.family.addChild })] : own
}

function childRow(child: Child, state: ScreenState, here: Zone): ListRow {
  const { id, initial, name, about, weight, weighed, weightNote, conditionsName, conditions } = childView(
    child,
    state,
    here,
  )
  const lines = [about, weight === '' ? '' : `${weight} · ${weighed}`, `${conditionsName}：${conditions}`]
  return listRow({
    key: `child ${id}`,
    initial,
    title: name,
    text: lines.filter((line) => line !== '').join('\n'),
    note: weightNote,
  })
}

function cabinetRow(state: ScreenState): ListRow {
  const { texts } = state
  const medicines = cabinetView(state).map(({ name, strengths }) => `${name} · ${texts.common.list(strengths)}`)
  return listRow({
    key: 'cabinet',
    icon: 'medicine',
    title: medicines.length === 0 ? texts.family.cabinetEmpty : texts.family.medicines(medicines.length),
    text: medicines.join('\n'),
  })
}

function moreRows(state: ScreenState, version: string): readonly ListRow[] {
  const { account, texts } = state
  const { family: words } = texts
  const others = account.families.filter(({ familyId }) => familyId !== account.open?.familyId).length
  return [
    listRow({
      key: 'families',
      icon: 'family',
      title: words.families,
      text: others > 0 ? words.otherFamilies(others) : words.familiesText,
    }),
    ...(ownRole(state) === 'owner' && state.open?.isLocal === false
      ? [listRow({ key: 'log', icon: 'clock', title: words.log, text: words.logText })]
      : []),
    listRow({ key: 'privacy', icon: 'note', title: words.privacy, text: words.privacyText }),
    listRow({ key: 'about', icon: 'info', title: words.about, text: words.version(version) }),
  ]
}

const ownRole = ({ family, open }: ScreenState) =>
  family.members.find(({ id }) => id === open?.accountId)?.role ?? open?.role

function connectionOf({ connection, now, texts, unsent }: ScreenState): FamilyView['connection'] {
  const waiting = unsent > 0 ? texts.family.unsent(unsent) : ''
  const { live, offline, waiting: connecting } = texts.family.connection
  if (isOffline(connection)) return { icon: 'offline', text: offline, unsent: waiting }
  if (connection.problem !== null) {
    return { icon: 'offline', text: texts.banner.problem[connection.problem], unsent: waiting }
  }
  return seesOthers(connection, now)
    ? { icon: 'check', text: live, unsent: waiting }
    : { icon: 'sending', text: connecting, unsent: waiting }
}
