import { AccessGuard } from '../../server/access/access.guard.ts'
import { nestPath } from '../../server/platform/endpoint.ts'
import { INFRASTRUCTURE, methodOf } from '../../server/platform/infrastructure.ts'
import { DOORS, FAMILY_ACTIONS, routeOf, type RouteId } from '../../shared/contract/routes.ts'
import { endpoints } from '../../shared/contract/endpoints.ts'
import { Reflector } from '@nestjs/core'
import { ROUTE_IDS } from '../support/contract-calls.ts'
import { startTestApp } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

interface Registered {
  readonly method: string
  readonly url: string
  readonly routeId: RouteId | undefined
}

let database: TestDatabase
const registered: Registered[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  const app = await startTestApp(database, {
    onRoute: ({ method, url, config }) => {
      const { routeId } = (config ?? {}) as { routeId?: RouteId }
      for (const one of [method].flat()) registered.push({ method: one, url, routeId })
    },
  })
  await app.close()
})
afterAll(() => database.drop())

/** HEAD is answered by the GET of the same path, OPTIONS by the rules for pages of other origins: neither reaches a handler. */
const reached = (): Registered[] => registered.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')

/** Whether the contract has it with its access declared, or the list of infrastructure does. */
function isDeclared({ method, url, routeId }: Registered): boolean {
  if (routeId === undefined) return Object.keys(INFRASTRUCTURE).includes(url) && method === methodOf(url)
  const { access, path, method: declared } = routeOf(routeId)
  const isKnown =
    typeof access === 'string'
      ? [...DOORS, 'account', 'former member'].includes(access)
      : FAMILY_ACTIONS.includes(access.family)
  return isKnown && method === declared && url === nestPath(path)
}

describe('every route the server answers', () => {
  it('is in the contract, with its access declared, or among the listed few of infrastructure', () => {
    expect(reached().length).toBeGreaterThan(ROUTE_IDS.length)
    expect(reached().filter((route) => !isDeclared(route))).toEqual([])
  })

  it('would be missed there if somebody added one without a policy', () => {
    const rogue = [
      { method: 'GET', url: '/api/v1/rogue', routeId: undefined },
      { method: 'DELETE', url: '/healthz', routeId: undefined },
      { method: 'POST', url: '/api/v1/rogue', routeId: 'account.read' as const },
      { method: 'GET', url: '/api/v1/families/:familyId/rogue', routeId: 'members.list' as const },
    ]
    expect(rogue.filter(isDeclared)).toEqual([])
  })

  it('has a family in its path exactly when its access speaks of one', () => {
    for (const id of ROUTE_IDS)
      expect([id, routeOf(id).path.startsWith('/families/{familyId}/')]).toEqual([
        id,
        typeof routeOf(id).access === 'object' || routeOf(id).access === 'former member',
      ])
  })
})

describe('every route of the contract', () => {
  it('has exactly one handler, and schemas of its own', () => {
    expect(
      reached()
        .flatMap(({ routeId }) => routeId ?? [])
        .sort(),
    ).toEqual([...ROUTE_IDS].sort())
    expect(Object.keys(endpoints).sort()).toEqual([...ROUTE_IDS].sort())
  })

  it('names in its schema the parameters of its path', () => {
    for (const id of ROUTE_IDS) {
      const inPath = [...routeOf(id).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect([id, Object.keys(endpoints[id].params.shape)]).toEqual([id, inPath])
    }
  })
})

describe('a route that takes a code or a secret', () => {
  it('counts wrong guesses', () => {
    const guessable = ROUTE_IDS.filter((id) => {
      const { body } = endpoints[id]
      return 'shape' in body && ('code' in body.shape || 'secret' in body.shape)
    })
    expect(guessable.length).toBeGreaterThanOrEqual(5)
    expect(guessable.filter((id) => !routeOf(id).guessed)).toEqual([])
  })
})

describe('a handler of which the contract knows nothing', () => {
  it('is not reached', async () => {
    const context = { getHandler: () => () => 'reached' }
    const guard = new AccessGuard(new Reflector(), undefined as never, undefined as never, { DEMO: true } as never)
    await expect(guard.canActivate(context as never)).rejects.toMatchObject({ code: 'not_found' })
  })
})
