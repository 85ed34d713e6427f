import * as z from 'zod'
import { SEXES } from '../../record/child.ts'
import { isKnownZone } from '../../time/zone.ts'
import { ConsentVersionSchema } from './consent.schema.ts'
import { DateSchema, IdSchema, NameSchema, StampSchema } from './primitives.ts'
import { ROLES } from './records.schema.ts'

/** Roles that the owner gives; the owner's own is handed over as a whole. */
export const GIVEN_ROLES = ['caregiver', 'viewer'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

export const MembershipSchema = z.strictObject({
  familyId: IdSchema,
  name: NameSchema,
  role: z.enum(ROLES),
  memberName: NameSchema,
})

/** Ids are the phone's: sent twice it is founded once, and what a guest logged of the child goes on under the same id. */
export const NewFamilySchema = z.strictObject({
  familyId: IdSchema,
  name: NameSchema,
  /** What the family calls who founds it: 妈妈. */
  memberName: NameSchema,
  consentVersion: ConsentVersionSchema.optional(),
  child: z.strictObject({
    childId: IdSchema,
    name: NameSchema,
    birthDate: DateSchema.nullable(),
    sex: z.enum(SEXES).nullable(),
    timeZone: z
      .string()
      .max(60)
      .refine(isKnownZone, { message: 'must be an IANA time zone such as Asia/Shanghai' })
      .nullable(),
  }),
})
export type NewFamily = z.infer<typeof NewFamilySchema>

export const MembersSchema = z.strictObject({
  members: z.array(
    z.strictObject({
      accountId: IdSchema,
      name: NameSchema,
      role: z.enum(ROLES),
      joinedAt: StampSchema,
      /** When a phone of theirs last asked for the record; null: never yet. */
      heardAt: StampSchema.nullable(),
    }),
  ),
})
export type Members = z.infer<typeof MembersSchema>

/** As somebody typed it: `k7qm 4xpa` is K7QM-4XPA. */
export const InviteCodeSchema = z.string().min(1).max(40)

const InviteSchema = z.strictObject({
  inviteId: IdSchema,
  role: z.enum(GIVEN_ROLES),
  createdBy: IdSchema,
  createdAt: StampSchema,
  expiresAt: StampSchema,
})
export const InvitesSchema = z.strictObject({ invites: z.array(InviteSchema) })

/** The code is told once, to who made it; `cardPath` is what a card in a chat opens. */
export const NewInviteSchema = InviteSchema.extend({ code: z.string(), cardPath: z.string() })

/** Enough to know whether one wants it; nothing of the child. */
export const InvitePreviewSchema = z.strictObject({
  familyName: NameSchema,
  inviterName: NameSchema,
  role: z.enum(GIVEN_ROLES),
  expiresAt: StampSchema,
})

/** What the owner can look up later: who came, went, and did what with the right to see. */
export const ACCESS_EVENTS = [
  'family_created',
  'family_renamed',
  'signed_in',
  'member_joined',
  'member_left',
  'member_removed',
  'role_changed',
  'ownership_handed_over',
  'invite_created',
  'invite_revoked',
  'consent_given',
  'consent_refused',
  'consent_withdrawn',
  'ai_consent_given',
  'ai_consent_refused',
  'ai_consent_withdrawn',
  'exported',
  'entry_erased',
  'child_erasure_asked',
  'family_erasure_asked',
  'erasure_cancelled',
  'child_erased',
  'member_erased',
] as const
export type AccessEvent = (typeof ACCESS_EVENTS)[number]

export const AccessLogSchema = z.strictObject({
  /** Latest first. */
  events: z.array(
    z.strictObject({
      id: IdSchema,
      at: StampSchema,
      event: z.enum(ACCESS_EVENTS),
      /** Who did it, as an account. */
      accountId: IdSchema,
      /** Whom it was done to; null where it is nobody else. */
      subjectId: IdSchema.nullable(),
      /** The role that came of it, where it is about one. */
      role: z.enum(ROLES).nullable(),
    }),
  ),
  /** There are earlier ones: ask again before the time of the last. */
  more: z.boolean(),
})
