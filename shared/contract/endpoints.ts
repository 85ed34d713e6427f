import * as z from 'zod'
import { EntryContentSchema } from './schemas/entry.schema.ts'
import { DoseAnswerSchema, DoseQuestionSchema } from './schemas/dose-check.schema.ts'
import { AccountErasureSchema, ErasedFamilySchema } from './schemas/erasure.schema.ts'
import { IdSchema, SeqSchema, StampSchema } from './schemas/primitives.ts'
import { EntryRecordSchema } from './schemas/records.schema.ts'
import { MembershipSchema } from './schemas/family.schema.ts'
import { SyncRequestSchema, SyncResponseSchema } from './schemas/sync.schema.ts'
import { AnalysisSchema } from './schemas/analysis.schema.ts'
import { family, none, type Endpoint } from './endpoint.ts'
import { familyEndpoints } from './family-endpoints.ts'
import { signInEndpoints } from './sign-in-endpoints.ts'
import type { RouteId } from './routes.ts'

const child = { ...family, childId: IdSchema }

/** The two parents of the demo family, and a grandmother who may look only. */
export const DEMO_PEOPLE = ['mama', 'baba', 'grandma'] as const

const SessionSchema = z.strictObject({ accessToken: z.string(), expiresAt: StampSchema, accountId: IdSchema })

/** One schema per endpoint: validation, handler types, client types and the OpenAPI document all derive from it. */
export const endpoints = {
  'demo.login': {
    summary: 'Sign in as one of the demo family',
    params: none,
    query: none,
    body: z.strictObject({ person: z.enum(DEMO_PEOPLE) }),
    response: SessionSchema,
  },
  ...signInEndpoints,
  'account.read': {
    summary: 'The signed-in account and the families it belongs to',
    params: none,
    query: none,
    body: z.undefined(),
    response: z.strictObject({
      accountId: IdSchema,
      families: z.array(MembershipSchema),
      /** Left out: none. */
      erasedFamilies: z.array(ErasedFamilySchema).optional(),
      /** The account itself is about to be erased. */
      erasure: AccountErasureSchema.optional(),
    }),
  },
  'account.erase': {
    summary: 'Erase the account: it leaves its families at once, and is gone for good when it is due',
    params: none,
    query: none,
    /** Families it owns are handed over first, or erased with it when that is said. */
    body: z.strictObject({ eraseOwnedFamilies: z.boolean() }),
    response: AccountErasureSchema,
  },
  'account.cancelErasure': {
    summary: 'Take back the erasure of the account: it is in its families again',
    params: none,
    query: none,
    body: z.strictObject({ confirm: z.literal(true) }),
    response: z.strictObject({ accountId: IdSchema }),
  },
  ...familyEndpoints,
  'family.sync': {
    summary: 'Send unsent changes, receive every record since the cursor',
    params: z.strictObject(family),
    query: none,
    body: SyncRequestSchema,
    response: SyncResponseSchema,
  },
  'entries.list': {
    summary: 'The entries of a child between two instants, both included, oldest first; at most 1,000',
    params: z.strictObject(child),
    query: z.strictObject({ from: StampSchema.optional(), to: StampSchema.optional() }),
    body: z.undefined(),
    /** `more`: there are later ones; ask again from the time of the last. */
    response: z.strictObject({ entries: z.array(EntryRecordSchema), more: z.boolean() }),
  },
  'entries.revisions': {
    summary: 'Every revision an entry has had, oldest first',
    params: z.strictObject({ ...family, entryId: IdSchema }),
    query: none,
    body: z.undefined(),
    response: z.strictObject({
      revisions: z.array(
        z.strictObject({
          revision: z.int().min(1),
          state: z.enum(['current', 'superseded', 'conflicting']),
          /** It was made against an older state, and has never been in force; settled or not. */
          stale: z.boolean(),
          accountId: IdSchema.nullable(),
          at: StampSchema,
          seq: SeqSchema,
          /** null: this revision deleted the entry. */
          content: EntryContentSchema.nullable(),
        }),
      ),
    }),
  },
  'analysis.read': {
    summary: 'Episodes, trend and dosing of a child at a moment (default: the server’s now)',
    params: z.strictObject(child),
    query: z.strictObject({ now: StampSchema.optional() }),
    body: z.undefined(),
    response: AnalysisSchema,
  },
  'doses.check': {
    summary: 'May this be given now? Reserves nothing',
    params: z.strictObject(child),
    query: none,
    body: DoseQuestionSchema,
    response: DoseAnswerSchema,
  },
} as const satisfies Record<RouteId, Endpoint>

type Endpoints = typeof endpoints

/** What a handler receives, parsed. */
export interface Call<Id extends RouteId> {
  readonly params: z.output<Endpoints[Id]['params']>
  readonly query: z.output<Endpoints[Id]['query']>
  readonly body: z.output<Endpoints[Id]['body']>
}

/** What a client sends, and what comes back. */
export interface Api {
  readonly request: {
    [Id in RouteId]: {
      params: z.input<Endpoints[Id]['params']>
      query: z.input<Endpoints[Id]['query']>
      body: z.input<Endpoints[Id]['body']>
    }
  }
  readonly response: { [Id in RouteId]: z.output<Endpoints[Id]['response']> }
}
export type Reply<Id extends RouteId> = Api['response'][Id]
