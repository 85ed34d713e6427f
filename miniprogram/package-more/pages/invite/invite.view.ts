import type { GivenRole } from '../../../../shared/contract/schemas/family.schema.ts'
import { parseStamp, type Instant } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { NewInvite, OpenInvite } from '../../../services/families/families.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { membersTexts } from '../../texts/members.ts'

/** What stands on the page besides the record. */
export interface Inviting {
  readonly role: GivenRole
  /** The one just made: its code is told only now. */
  readonly made: NewInvite | null
  readonly open: readonly OpenInvite[]
  readonly isBusy: boolean
}

export const NOT_YET: Inviting = { role: 'caregiver', made: null, open: [], isBusy: false }

export interface InviteView {
  readonly isLarge: boolean
  readonly who: string
  readonly role: GivenRole
  readonly roles: readonly { readonly value: GivenRole; readonly name: string }[]
  readonly roleText: string
  readonly make: string
  readonly canMake: boolean
  readonly once: string
  /** null until one is made. */
  readonly made: {
    readonly title: string
    readonly code: string
    /** Letter by letter, for a screen reader. */
    readonly aria: string
    readonly role: string
    readonly expires: string
    readonly share: string
    readonly copy: string
    readonly how: string
    readonly another: string
  } | null
  /** Empty where the only open one stands above. */
  readonly openTitle: string
  readonly open: readonly ListRow[]
  readonly none: string
}

export function inviteView(
  state: ScreenState,
  { role, made, open, isBusy }: Inviting,
  offsetMinutes: number,
): InviteView {
  const { preferences, now } = state
  const words = membersTexts(preferences.language)
  const { invite, members } = words
  const until = (stamp: string): string =>
    invite.expires(
      momentText(parseStamp(stamp)?.at ?? (0 as Instant), now, fixedZone(offsetMinutes), preferences.language),
    )
  const others = open.filter(({ inviteId }) => inviteId !== made?.inviteId)
  return {
    isLarge: preferences.isLarge,
    who: invite.who,
    role,
    roles: [
      { value: 'caregiver', name: invite.roles.caregiver },
      { value: 'viewer', name: invite.roles.viewer },
    ],
    roleText: members.roleTexts[role],
    make: isBusy ? invite.making : invite.make,
    canMake: !isBusy,
    once: invite.once,
    made: made && {
      title: invite.code,
      code: made.code,
      aria: made.code.replace(/(?=.)/g, ' ').trim(),
      role: invite.codeRole(invite.roles[made.role]),
      expires: until(made.expiresAt),
      share: invite.share,
      copy: invite.copy,
      how: invite.how,
      another: invite.another,
    },
    openTitle: made !== null && others.length === 0 ? '' : invite.open,
    open: others.map(({ inviteId, role, expiresAt }) =>
      listRow({ key: inviteId, title: invite.line(invite.roles[role]), text: until(expiresAt) }),
    ),
    none: others.length === 0 ? invite.none : '',
  }
}
