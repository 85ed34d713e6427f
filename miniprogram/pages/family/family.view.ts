import { isOffline, seesOthers } from '../../services/sync/connection.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { waitingOf, type Waiting } from '../../views/screen-status.ts'
import { cabinetView, type CabinetRow } from './cabinet.view.ts'
import { childView, type ChildCard } from './child.view.ts'
import { settingsView, type Setting } from './settings.view.ts'

interface MemberRow {
  readonly id: string
  readonly initial: string
  readonly name: string
  readonly role: string
  /** `我` beside one's own name; else empty. */
  readonly me: string
}

export interface FamilyView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly name: string
  readonly connection: {
    readonly icon: 'check' | 'offline' | 'sending'
    readonly text: string
    readonly unsent: string
  }
  readonly membersTitle: string
  readonly members: readonly MemberRow[]
  readonly childTitle: string
  readonly children: readonly ChildCard[]
  readonly cabinetTitle: string
  readonly cabinet: readonly CabinetRow[]
  readonly cabinetNote: string
  readonly settingsTitle: string
  readonly settings: readonly Setting[]
  readonly about: string
  readonly version: string
}

/** The whole screen 家庭. `here`: this phone's zone, for children who have none of their own. */
export function familyView(state: ScreenState, version: string, here: Zone): FamilyView {
  const { family, texts, preferences } = state
  const cabinet = cabinetView(state)
  return {
    isLarge: preferences.isLarge,
    ...statusOf(state),
    name: family.name ?? '',
    connection: connectionOf(state),
    membersTitle: texts.family.members,
    members: membersOf(state),
    childTitle: texts.family.child,
    children: family.children.map((child) => childView(child, state, here)),
    cabinetTitle: texts.family.cabinet,
    cabinet,
    cabinetNote: cabinet.length === 0 ? texts.family.cabinetEmpty : '',
    settingsTitle: texts.family.settings,
    settings: settingsView(preferences, texts),
    about: texts.family.about,
    version: texts.family.version(version),
  }
}

/** A family without a child still has members and a cabinet to show. */
function statusOf(state: ScreenState): Pick<FamilyView, 'status' | 'message'> {
  return waitingOf(state) ?? { status: 'ready', message: { title: '', text: '' } }
}

function membersOf({ family, signedIn, texts }: ScreenState): readonly MemberRow[] {
  return family.members.map(({ id, name, role }) => ({
    id,
    initial: name.slice(0, 1),
    name,
    role: texts.family.roles[role],
    me: id === signedIn?.accountId ? texts.family.me : '',
  }))
}

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
