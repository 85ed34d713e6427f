import type { Door, RouteId, routes } from '../../shared/contract/routes.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'

/** Who calls, proven by a token. */
export interface Account {
  readonly accountId: string
  /** The sign-in the token came from; null for the demo's, which belong to none. */
  readonly sessionId: string | null
}

/** The same as a member of the family the route names, with the right the route asks for. */
export interface Member extends Account {
  readonly familyId: string
  readonly role: Role
}

/** The same as somebody who belonged to the family that the route names, and does no more. */
export interface FormerMember extends Account {
  readonly familyId: string
}

/** Nobody yet; `openId` when WeChat's own gateway has proven who it is. */
export interface WechatVisitor {
  readonly openId: string | null
}

export type Caller = Member | FormerMember | Account | WechatVisitor | null

type AccessOf<Id extends RouteId> = (typeof routes)[Id]['access']

/** What a handler of the route is told about its caller. */
export type CallerOf<Id extends RouteId> =
  AccessOf<Id> extends 'wechat'
    ? WechatVisitor
    : AccessOf<Id> extends Door
      ? null
      : AccessOf<Id> extends 'account'
        ? Account
        : AccessOf<Id> extends 'former member'
          ? FormerMember
          : Member

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else of a request under /api/v1; null without a valid token. */
    account: Account | null
    /** Set by the access guard. */
    caller: Caller
  }
}
