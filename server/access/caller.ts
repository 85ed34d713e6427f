import type { RouteId, routes } from '../../shared/contract/routes.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'

/** Who calls, proven by a token. */
export interface Account {
  readonly accountId: string
}

/** The same as a member of the family the route names, with the right the route asks for. */
export interface Member extends Account {
  readonly familyId: string
  readonly role: Role
}

/** What a handler of the route is told about its caller. */
export type CallerOf<Id extends RouteId> = (typeof routes)[Id]['access'] extends 'demo'
  ? null
  : (typeof routes)[Id]['access'] extends 'account'
    ? Account
    : Member

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else of a request under /api/v1; null without a valid token. */
    account: Account | null
    /** Set by the access guard. */
    caller: Account | Member | null
  }
}
