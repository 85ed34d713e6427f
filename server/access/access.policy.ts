import type { FamilyAction } from '../../shared/contract/routes.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'

/** Who may do what in a family: the whole of it. */
const POLICY = {
  owner: {
    'record.read': true,
    'record.write': true,
    'child.delete': true,
    'membership.own': true,
    'family.rename': true,
    'members.manage': true,
    'invites.manage': true,
    'consent.ai': true,
    'record.export': true,
    'record.erase': true,
    'erasure.cancel': true,
    'log.read': true,
    'proposals.settle': true,
  },
  caregiver: {
    'record.read': true,
    'record.write': true,
    'child.delete': false,
    'membership.own': true,
    'family.rename': false,
    'members.manage': false,
    'invites.manage': false,
    'consent.ai': false,
    'record.export': true,
    'record.erase': false,
    'erasure.cancel': true,
    'log.read': false,
    'proposals.settle': false,
  },
  viewer: {
    'record.read': true,
    'record.write': false,
    'child.delete': false,
    'membership.own': true,
    'family.rename': false,
    'members.manage': false,
    'invites.manage': false,
    'consent.ai': false,
    'record.export': false,
    'record.erase': false,
    'erasure.cancel': true,
    'log.read': false,
    'proposals.settle': false,
  },
} as const satisfies Record<Role, Record<FamilyAction, boolean>>

export const may = (role: Role, action: FamilyAction): boolean => POLICY[role][action]
