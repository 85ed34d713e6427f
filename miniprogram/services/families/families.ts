import type { ConsentSaid } from '../../../shared/contract/schemas/consent.schema.ts'
import type { GivenRole } from '../../../shared/contract/schemas/family.schema.ts'
import type { RouteId } from '../../../shared/contract/routes.ts'
import type { ApiClient } from '../api-client.ts'
import { clientProblem } from '../api-problem.ts'
import { failure } from '../result.ts'
import type { CallArgs, Reply } from '../send-route.ts'

export type MemberNow = Extract<Reply<'members.list'>, { ok: true }>['value']['members'][number]
export type OpenInvite = Extract<Reply<'invites.list'>, { ok: true }>['value']['invites'][number]
export type NewInvite = Extract<Reply<'invites.create'>, { ok: true }>['value']
export type AccessLogEvent = Extract<Reply<'accessLog.list'>, { ok: true }>['value']['events'][number]

interface FamiliesParts {
  readonly client: ApiClient
  /** The family that is open; null: a guest. */
  readonly familyId: () => string | null
  /** Something has changed that the record tells of: it is to be pulled. */
  readonly wake: () => void
}

/**
 * Who belongs to the open family and as what. Only the server decides that: nothing here waits in the outbox, and without a
 * network the answer is that there is none.
 */
export interface Families {
  readonly members: () => Promise<Reply<'members.list'>>
  readonly rename: (name: string) => Promise<Reply<'families.rename'>>
  readonly renameSelf: (memberName: string) => Promise<Reply<'members.renameSelf'>>
  readonly setRole: (accountId: string, role: GivenRole) => Promise<Reply<'members.setRole'>>
  readonly remove: (accountId: string) => Promise<Reply<'members.remove'>>
  readonly handOver: (accountId: string) => Promise<Reply<'families.handOver'>>
  readonly leave: () => Promise<Reply<'families.leave'>>
  readonly invite: (role: GivenRole) => Promise<Reply<'invites.create'>>
  readonly invites: () => Promise<Reply<'invites.list'>>
  readonly revoke: (inviteId: string) => Promise<Reply<'invites.revoke'>>
  /** Everything that was ever agreed to or refused, latest first. */
  readonly consents: () => Promise<Reply<'consents.list'>>
  /** As a guardian. */
  readonly answerConsent: (said: ConsentSaid) => Promise<Reply<'consents.give'>>
  /** As the owner, for the family. */
  readonly answerAiConsent: (said: ConsentSaid) => Promise<Reply<'consents.giveAi'>>
  /** Hidden from all at once, and gone for good when it is due. */
  readonly eraseChild: (childId: string) => Promise<Reply<'children.erase'>>
  readonly eraseFamily: () => Promise<Reply<'families.erase'>>
  readonly cancelErasure: (erasureId: string) => Promise<Reply<'erasures.cancel'>>
  /** The latest 200, or those before a time. */
  readonly accessLog: (before?: string) => Promise<Reply<'accessLog.list'>>
}

/** The routes that are about one family and nothing below it. */
type OfFamily = {
  [Id in RouteId]: CallArgs<Id>['params'] extends { familyId: string; childId?: never; entryId?: never } ? Id : never
}[RouteId]

export function createFamilies({ client, familyId, wake }: FamiliesParts): Families {
  const ask = async <Id extends OfFamily>(id: Id, more: Omit<CallArgs<Id>, 'params'>): Promise<Reply<Id>> => {
    const open = familyId()
    if (open === null) return failure(clientProblem('not_found'))
    return client.call(id, { ...more, params: { familyId: open } } as CallArgs<Id>)
  }
  const change = async <Id extends OfFamily>(id: Id, body: CallArgs<Id>['body']): Promise<Reply<Id>> => {
    const reply = await ask(id, { query: {}, body } as Omit<CallArgs<Id>, 'params'>)
    // Whatever was answered: a lost answer may have changed it, and a refusal may come of what this phone has not seen.
    wake()
    return reply
  }
  return {
    members: () => ask('members.list', { query: {}, body: undefined }),
    rename: (name) => change('families.rename', { name }),
    renameSelf: (memberName) => change('members.renameSelf', { memberName }),
    setRole: (accountId, role) => change('members.setRole', { accountId, role }),
    remove: (accountId) => change('members.remove', { accountId }),
    handOver: (accountId) => change('families.handOver', { accountId }),
    leave: () => change('families.leave', { confirm: true }),
    invite: (role) => ask('invites.create', { query: {}, body: { role } }),
    invites: () => ask('invites.list', { query: {}, body: undefined }),
    revoke: (inviteId) => ask('invites.revoke', { query: {}, body: { inviteId } }),
    consents: () => ask('consents.list', { query: {}, body: undefined }),
    answerConsent: (said) => change('consents.give', said),
    answerAiConsent: (said) => change('consents.giveAi', said),
    async eraseChild(childId) {
      const open = familyId()
      if (open === null) return failure(clientProblem('not_found'))
      const params = { familyId: open, childId }
      const reply = await client.call('children.erase', { params, query: {}, body: { confirm: true } })
      wake()
      return reply
    },
    eraseFamily: () => change('families.erase', { confirm: true }),
    cancelErasure: (erasureId) => change('erasures.cancel', { erasureId }),
    accessLog: (before) => ask('accessLog.list', { query: before === undefined ? {} : { before }, body: undefined }),
  }
}
