/** What a member may do in a family; the table of roles stands in `server/access/access.policy.ts`. */
export const FAMILY_ACTIONS = [
  'record.read',
  'record.write',
  'child.delete',
  'membership.own',
  'family.rename',
  'members.manage',
  'invites.manage',
  'consent.ai',
  'record.export',
  'record.erase',
  'erasure.cancel',
  'log.read',
  'proposals.settle',
] as const
export type FamilyAction = (typeof FAMILY_ACTIONS)[number]

/**
 * Routes that need no token: `anyone` is always there, each of the others only where the server runs with that way of signing
 * in (DEMO=true, a mini-program's id or TRUST_WX_HEADER=true, LOCAL_LOGIN=true).
 */
export const DOORS = ['demo', 'wechat', 'local', 'anyone'] as const
export type Door = (typeof DOORS)[number]

/** Who may call a route; `former member`: who belonged to the family that it names, and does no more. */
type Access = Door | 'account' | 'former member' | { readonly family: FamilyAction }

export interface Route {
  readonly method: 'GET' | 'POST'
  /** Under /api/v1, parameters in braces. */
  readonly path: string
  readonly access: Access
  /** The largest body it takes, in bytes; BODY_BYTES when not named. */
  readonly bodyBytes?: number
  /** It takes a secret that somebody may try to guess: wrong ones are counted, and after a few it answers no more. */
  readonly guessed?: true
  /** It answers with a file of this type. */
  readonly file?: 'application/zip'
  /** An account that is about to be erased reaches it still. */
  readonly whileErased?: true
}

export const API_PREFIX = '/api/v1'
export const LIVE_PATH = `${API_PREFIX}/live`

/** The mini-program's page that a card with an invitation opens, with `?code=`. */
export const INVITE_PAGE = 'package-more/pages/join/join'

/** Every request names the client's version in it (`1.4.2`); one too old is answered with `upgrade_required`. */
export const VERSION_HEADER = 'x-shouwen-version'
/** One id per request, the caller's own or the server's; it stands in the answer and in the server's log. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** The largest body of a request that is no sync. */
export const BODY_BYTES = 8 * 1024

/** What one sync may carry. The transport of WeChat refuses more than 100 KiB; the server leaves a margin above `bytes`. */
export const SYNC_LIMITS = { changes: 200, bytes: 64 * 1024 } as const

export const routes = {
  'demo.login': { method: 'POST', path: '/demo/login', access: 'demo' },
  'auth.wechat': { method: 'POST', path: '/auth/wechat', access: 'wechat', guessed: true },
  'auth.local': { method: 'POST', path: '/auth/local', access: 'local', guessed: true },
  'auth.localJoin': { method: 'POST', path: '/auth/local/join', access: 'local', guessed: true },
  'auth.refresh': { method: 'POST', path: '/auth/refresh', access: 'anyone' },
  'auth.signOut': { method: 'POST', path: '/auth/sign-out', access: 'anyone' },
  'account.read': { method: 'GET', path: '/me', access: 'account', whileErased: true },
  'account.erase': { method: 'POST', path: '/me/erase', access: 'account', whileErased: true },
  'account.cancelErasure': { method: 'POST', path: '/me/erase/cancel', access: 'account', whileErased: true },
  'families.create': { method: 'POST', path: '/families', access: 'account' },
  'families.rename': { method: 'POST', path: '/families/{familyId}/rename', access: { family: 'family.rename' } },
  'families.leave': { method: 'POST', path: '/families/{familyId}/leave', access: { family: 'membership.own' } },
  'families.handOver': { method: 'POST', path: '/families/{familyId}/hand-over', access: { family: 'members.manage' } },
  'members.list': { method: 'GET', path: '/families/{familyId}/members', access: { family: 'record.read' } },
  'members.renameSelf': {
    method: 'POST',
    path: '/families/{familyId}/members/own-name',
    access: { family: 'membership.own' },
  },
  'members.setRole': {
    method: 'POST',
    path: '/families/{familyId}/members/role',
    access: { family: 'members.manage' },
  },
  'members.remove': {
    method: 'POST',
    path: '/families/{familyId}/members/remove',
    access: { family: 'members.manage' },
  },
  'invites.create': { method: 'POST', path: '/families/{familyId}/invites', access: { family: 'invites.manage' } },
  'invites.list': { method: 'GET', path: '/families/{familyId}/invites', access: { family: 'invites.manage' } },
  'invites.revoke': {
    method: 'POST',
    path: '/families/{familyId}/invites/revoke',
    access: { family: 'invites.manage' },
  },
  'invites.preview': { method: 'POST', path: '/invites/preview', access: 'anyone', guessed: true },
  'invites.accept': { method: 'POST', path: '/invites/accept', access: 'account', guessed: true },
  'consents.list': { method: 'GET', path: '/families/{familyId}/consents', access: { family: 'record.read' } },
  'consents.give': { method: 'POST', path: '/families/{familyId}/consents', access: { family: 'membership.own' } },
  'consents.giveAi': { method: 'POST', path: '/families/{familyId}/consents/ai', access: { family: 'consent.ai' } },
  'families.export': {
    method: 'GET',
    path: '/families/{familyId}/export',
    access: { family: 'record.export' },
    file: 'application/zip',
  },
  'children.erase': {
    method: 'POST',
    path: '/families/{familyId}/children/{childId}/erase',
    access: { family: 'record.erase' },
  },
  'families.erase': { method: 'POST', path: '/families/{familyId}/erase', access: { family: 'record.erase' } },
  'erasures.cancel': {
    method: 'POST',
    path: '/families/{familyId}/erasures/cancel',
    access: { family: 'erasure.cancel' },
  },
  'accessLog.list': { method: 'GET', path: '/families/{familyId}/access-log', access: { family: 'log.read' } },
  'family.sync': {
    method: 'POST',
    path: '/families/{familyId}/sync',
    access: { family: 'record.read' },
    bodyBytes: SYNC_LIMITS.bytes + 8 * 1024,
  },
  'proposals.create': {
    method: 'POST',
    path: '/families/{familyId}/proposals',
    access: 'former member',
    bodyBytes: SYNC_LIMITS.bytes + 8 * 1024,
  },
  'entries.list': {
    method: 'GET',
    path: '/families/{familyId}/children/{childId}/entries',
    access: { family: 'record.read' },
  },
  'entries.revisions': {
    method: 'GET',
    path: '/families/{familyId}/entries/{entryId}/revisions',
    access: { family: 'record.read' },
  },
  'analysis.read': {
    method: 'GET',
    path: '/families/{familyId}/children/{childId}/analysis',
    access: { family: 'record.read' },
  },
  'doses.check': {
    method: 'POST',
    path: '/families/{familyId}/children/{childId}/dose-check',
    access: { family: 'record.read' },
  },
} as const satisfies Record<string, Route>

export type RouteId = keyof typeof routes

/** The route by its id, as plainly typed as the table's type allows all of them to be. */
export const routeOf = (id: RouteId): Route => routes[id]

/** Whether it needs no token. */
export const isDoor = (access: Route['access']): access is Door => DOORS.some((door) => door === access)

/** Why the server closed a live connection, as WebSocket close codes. */
export const LIVE_CLOSE = {
  /** The server is going away: connect again after a moment. */
  goingAway: 1001,
  /** A frame that is no `hello`. */
  badFrame: 4400,
  /** No token, or one that has expired: sign in again. */
  unauthenticated: 4401,
  /** One of the families is not there, or not yours. */
  notFound: 4404,
  /** No `hello` in time. */
  helloTimeout: 4408,
  /** Too many connections of this account. */
  tooMany: 4429,
} as const
