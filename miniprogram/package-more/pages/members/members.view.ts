import type { Role } from '../../../../shared/contract/schemas/records.schema.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import { agoText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { MemberNow } from '../../../services/families/families.ts'
import { isOffline } from '../../../services/sync/connection.ts'
import type { Member } from '../../../stores/records/family.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { membersTexts, type MembersTexts } from '../../texts/members.ts'

export interface MembersView {
  readonly isLarge: boolean
  /** What one has to know first: no network, or that one may only look. */
  readonly note: string
  readonly members: readonly ListRow[]
  /** What else one may do here. */
  readonly more: readonly ListRow[]
  /** Who else does what one may not. */
  readonly foot: string
}

/** Everything that can be done with a member. */
export type MemberAct = 'rename_self' | 'take_duty' | 'make_viewer' | 'make_caregiver' | 'hand_over' | 'remove'

/** When a phone of each was last heard from, by account; nothing of whom the server was not asked about. */
export type Heard = Readonly<Record<string, MemberNow['heardAt']>>

export function membersView(state: ScreenState, heard: Heard): MembersView {
  const { connection, family, preferences } = state
  const words = membersTexts(preferences.language)
  const role = ownRole(state)
  const owner = family.members.find((member) => member.role === 'owner')
  const offline = isOffline(connection) ? words.members.offline : ''
  return {
    isLarge: preferences.isLarge,
    note: offline || (role === 'viewer' ? words.members.viewer : ''),
    members: family.members.map((member) => memberRow(member, state, words, heard)),
    more: moreRows(role, family.name ?? '', words),
    foot: role === 'owner' || !owner ? '' : words.members.notOwner(owner.name),
  }
}

/** What the person may do with a member, in the order of a menu. */
export function actsOn(member: Member, state: ScreenState): readonly MemberAct[] {
  const me = state.open?.accountId
  const role = ownRole(state)
  const acts: MemberAct[] = member.id === me ? ['rename_self'] : []
  const isOnDuty = state.family.duty?.accountId === member.id
  if (role !== 'viewer' && member.role !== 'viewer' && !isOnDuty) acts.push('take_duty')
  if (role !== 'owner' || member.id === me) return acts
  return [...acts, member.role === 'viewer' ? 'make_caregiver' : 'make_viewer', 'hand_over', 'remove']
}

export const actText = (act: MemberAct, member: Member, state: ScreenState): string => {
  const { members } = membersTexts(state.preferences.language)
  const { family } = state.texts
  switch (act) {
    case 'take_duty':
      return member.id === state.open?.accountId ? family.takeDuty : family.handDuty(member.name)
    case 'rename_self':
      return members.renameSelf
    case 'make_viewer':
      return members.makeViewer
    case 'make_caregiver':
      return members.makeCaregiver
    case 'hand_over':
      return members.handOver
    case 'remove':
      return members.remove
  }
}

/** What the person is in the open family now; null: none of it. */
export function ownRole({ family, open }: Pick<ScreenState, 'family' | 'open'>): Role | null {
  return family.members.find(({ id }) => id === open?.accountId)?.role ?? null
}

function memberRow(member: Member, state: ScreenState, words: MembersTexts, heard: Heard): ListRow {
  const { family, open, texts } = state
  const { id, name, role } = member
  const isMe = id === open?.accountId
  const badges = [isMe ? words.members.me : '', family.duty?.accountId === id ? words.members.onDuty : ''].filter(
    (badge) => badge !== '',
  )
  return listRow({
    key: id,
    initial: name.slice(0, 1),
    title: name,
    badge: badges.join(' · '),
    text: [
      words.members.as(texts.family.roles[role], words.members.roleTexts[role]),
      isMe ? '' : heardText(heard[id], state, words),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    opens: actsOn(member, state).length > 0,
  })
}

function heardText(at: string | null | undefined, state: ScreenState, { members }: MembersTexts): string {
  if (at === undefined) return ''
  const heard = at === null ? null : parseStamp(at)
  if (!heard) return members.neverHeard
  // By the server's clock, which this phone's may be behind: nobody was heard from later than now.
  const ago = agoText(heard.at < state.now ? heard.at : state.now, state.now, state.preferences.language)
  return members.heard(ago)
}

function moreRows(role: Role | null, family: string, { members }: MembersTexts): readonly ListRow[] {
  const own = role === null ? [] : [listRow({ key: 'leave', title: members.leave, tone: 'danger', icon: '' })]
  if (role !== 'owner') return own
  return [
    listRow({ key: 'invite', icon: 'plus', title: members.invite, text: members.inviteText }),
    listRow({ key: 'rename', icon: 'note', title: members.familyName, text: family }),
    ...own,
  ]
}
