import { randomUUID } from 'node:crypto'
import { routeOf, routes, type RouteId } from '../../shared/contract/routes.ts'
import { create, type TestFamily } from './factories.ts'
import type { Answer, Client } from './test-client.ts'

export const ROUTE_IDS = Object.keys(routes) as RouteId[]

const SOMEBODY = '00000000-0000-4000-8000-00000000000a'

/** A well-formed body for every route that takes one. A route without a line here does not compile. */
const BODIES: Record<RouteId, (family: TestFamily) => unknown> = {
  'demo.login': () => ({ person: 'mama' }),
  'auth.wechat': () => ({ code: 'a-code-of-nobody' }),
  'auth.local': () => ({ secret: 'of-no-link', attemptId: SOMEBODY }),
  'auth.localJoin': () => ({ code: 'K7QM-4XPA', memberName: '姥姥', attemptId: SOMEBODY, consentVersion: 1 }),
  'auth.refresh': () => ({ refreshToken: 'of-nobody', attemptId: SOMEBODY }),
  'auth.signOut': () => ({ refreshToken: 'of-nobody', everywhere: false }),
  'account.read': () => undefined,
  'families.create': () => ({
    familyId: SOMEBODY,
    name: '新家',
    memberName: '妈妈',
    consentVersion: 1,
    child: { childId: SOMEBODY, name: '乐乐', birthDate: '2023-03-01', sex: null, timeZone: 'Asia/Shanghai' },
  }),
  'families.rename': () => ({ name: '改了名的家' }),
  'families.leave': () => ({ confirm: true }),
  'families.handOver': ({ accounts }) => ({ accountId: accounts.caregiver }),
  'members.list': () => undefined,
  'members.renameSelf': () => ({ memberName: '姥姥' }),
  'members.setRole': ({ accounts }) => ({ accountId: accounts.viewer, role: 'caregiver' }),
  'members.remove': ({ accounts }) => ({ accountId: accounts.viewer }),
  'invites.create': () => ({ role: 'caregiver' }),
  'invites.list': () => undefined,
  'invites.revoke': () => ({ inviteId: SOMEBODY }),
  'invites.preview': () => ({ code: 'K7QM-4XPA' }),
  'invites.accept': () => ({ code: 'K7QM-4XPA', memberName: '姥姥', consentVersion: 1 }),
  'families.export': () => undefined,
  'children.erase': () => ({ confirm: true }),
  'families.erase': () => ({ confirm: true }),
  'erasures.cancel': () => ({ erasureId: SOMEBODY }),
  'account.erase': () => ({ eraseOwnedFamilies: true }),
  'account.cancelErasure': () => ({ confirm: true }),
  'consents.list': () => undefined,
  'consents.give': () => ({ version: 1, answer: 'given' }),
  'consents.giveAi': () => ({ version: 1, answer: 'given' }),
  'accessLog.list': () => undefined,
  'family.sync': () => ({ epoch: null, cursor: 0, changes: [] }),
  'proposals.create': ({ childId }) => ({ changes: [create(childId)] }),
  'entries.list': () => undefined,
  'entries.revisions': () => undefined,
  'analysis.read': () => undefined,
  'doses.check': ({ productId }) => ({ productId, ml: 5 }),
}

/** Whatever ids a route's path may name, of one family. */
export interface PathIds {
  readonly familyId: string
  readonly childId: string
  readonly entryId: string
}

export const idsOf = (family: TestFamily, entryId: string = randomUUID()): PathIds => ({ ...family, entryId })

export const pathOf = (id: RouteId, ids: PathIds): string =>
  routeOf(id).path.replace(/\{(\w+)\}/g, (_, name: keyof PathIds) => ids[name])

/** A good request to a route. */
export const call = (client: Client, id: RouteId, ids: PathIds, family: TestFamily): Promise<Answer> =>
  callWith(client, id, pathOf(id, ids), BODIES[id](family))

export const callWith = (client: Client, id: RouteId, path: string, body: unknown): Promise<Answer> =>
  routeOf(id).method === 'GET' ? client.get(path) : client.post(path, body)

export const goodBody = (id: RouteId, family: TestFamily): unknown => BODIES[id](family)
