import * as z from 'zod'
import { FileReplySchema, family, none, type Endpoint } from './endpoint.ts'
import {
  AccessLogSchema,
  GIVEN_ROLES,
  InviteCodeSchema,
  InvitePreviewSchema,
  InvitesSchema,
  MembersSchema,
  MembershipSchema,
  NewFamilySchema,
  NewInviteSchema,
} from './schemas/family.schema.ts'
import { ConsentSaidSchema, ConsentVersionSchema, ConsentsSchema } from './schemas/consent.schema.ts'
import { ErasureSchema } from './schemas/erasure.schema.ts'
import { ProposalsSchema, ProposedSchema } from './schemas/proposal.schema.ts'
import { IdSchema, NameSchema, StampSchema } from './schemas/primitives.ts'

/** Families, who belongs to them, and who may. */
export const familyEndpoints = {
  'families.create': {
    summary: 'Found a family with its first child; who founds it owns it',
    params: none,
    query: none,
    body: NewFamilySchema,
    response: MembershipSchema,
  },
  'families.rename': {
    summary: 'Give the family another name',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ name: NameSchema }),
    response: z.strictObject({ name: NameSchema }),
  },
  'families.leave': {
    summary: 'Leave the family; its owner hands it over first',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ confirm: z.literal(true) }),
    response: z.strictObject({ familyId: IdSchema }),
  },
  'families.handOver': {
    summary: 'Make another member the owner, and oneself a caregiver',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ accountId: IdSchema }),
    response: MembersSchema,
  },
  'members.list': {
    summary: 'Who belongs to the family now',
    params: z.strictObject(family),
    query: none,
    body: z.undefined(),
    response: MembersSchema,
  },
  'members.renameSelf': {
    summary: 'What the family calls the caller',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ memberName: NameSchema }),
    response: MembersSchema,
  },
  'members.setRole': {
    summary: 'Give a member another role',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ accountId: IdSchema, role: z.enum(GIVEN_ROLES) }),
    response: MembersSchema,
  },
  'members.remove': {
    summary: 'Take a member out of the family, at once and everywhere',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ accountId: IdSchema }),
    response: MembersSchema,
  },
  'invites.create': {
    summary: 'Invite somebody: a code that is good once, for three days',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ role: z.enum(GIVEN_ROLES) }),
    response: NewInviteSchema,
  },
  'invites.list': {
    summary: 'The invitations that are still open',
    params: z.strictObject(family),
    query: none,
    body: z.undefined(),
    response: InvitesSchema,
  },
  'invites.revoke': {
    summary: 'End an open invitation',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ inviteId: IdSchema }),
    response: InvitesSchema,
  },
  'invites.preview': {
    summary: 'Whose invitation a code is, before it is accepted',
    params: none,
    query: none,
    body: z.strictObject({ code: InviteCodeSchema }),
    response: InvitePreviewSchema,
  },
  'invites.accept': {
    summary: 'Become a member of the family a code invites to',
    params: none,
    query: none,
    body: z.strictObject({
      code: InviteCodeSchema,
      memberName: NameSchema,
      consentVersion: ConsentVersionSchema.optional(),
    }),
    response: MembershipSchema,
  },
  'consents.list': {
    summary: 'What the members have agreed to and when, and which versions are asked for now',
    params: z.strictObject(family),
    query: none,
    body: z.undefined(),
    response: ConsentsSchema,
  },
  'consents.give': {
    summary:
      'Agree as a guardian, refuse, or withdraw; until a member agrees, a sync with changes answers consent_required',
    params: z.strictObject(family),
    query: none,
    body: ConsentSaidSchema,
    response: ConsentsSchema,
  },
  'consents.giveAi': {
    summary: 'Let AI tell the family’s record, or no longer',
    params: z.strictObject(family),
    query: none,
    body: ConsentSaidSchema,
    response: ConsentsSchema,
  },
  'proposals.create': {
    summary: 'Hand what one had not sent yet, when one’s membership ended, to the owner',
    params: z.strictObject(family),
    query: none,
    body: ProposalsSchema,
    response: ProposedSchema,
  },
  'families.export': {
    summary:
      'Everything the family has as a zip archive: interchange files, records, history; for the owner the access log too',
    params: z.strictObject(family),
    query: none,
    body: z.undefined(),
    response: FileReplySchema,
  },
  'children.erase': {
    summary: 'Erase a child with everything of it: hidden at once, gone for good when it is due',
    params: z.strictObject({ ...family, childId: IdSchema }),
    query: none,
    body: z.strictObject({ confirm: z.literal(true) }),
    response: ErasureSchema,
  },
  'families.erase': {
    summary: 'Erase the family with everything in it: hidden from all at once, gone for good when it is due',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ confirm: z.literal(true) }),
    response: ErasureSchema,
  },
  'erasures.cancel': {
    summary: 'Take back an erasure that is not due yet: whoever asked for it may, and the owner',
    params: z.strictObject(family),
    query: none,
    body: z.strictObject({ erasureId: IdSchema }),
    response: z.strictObject({ erasureId: IdSchema }),
  },
  'accessLog.list': {
    summary: 'Who came, went, signed in, agreed, exported or erased; at most 200, latest first',
    params: z.strictObject(family),
    query: z.strictObject({ before: StampSchema.optional() }),
    body: z.undefined(),
    response: AccessLogSchema,
  },
} as const satisfies Record<string, Endpoint>
