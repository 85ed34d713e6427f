import * as fc from 'fast-check'
import { FamilyDatabase, type FamilyScope } from '../../../server/database/family-database.ts'
import type { Scope } from '../../../server/database/scope.ts'
import { openApiDocument } from '../../../server/platform/openapi.ts'
import { routeOf } from '../../../shared/contract/routes.ts'
import { ROUTE_IDS, call, idsOf } from '../../support/contract-calls.ts'
import { ALL_DOORS } from '../../support/doors.ts'
import { makeFamily, type TestFamily } from '../../support/factories.ts'
import { idsIn, idsOutsideFamilies, rowsOf } from '../../support/fuzz/fuzz-stage.ts'
import { idPlaces, withIds } from '../../support/fuzz/placeholder-ids.ts'
import { goodRequestsFor, inFamily, operationsOf, type FuzzRequest } from '../../support/fuzz/request-arbitrary.ts'
import { familyWithEverything, recordsFromTheBeginning } from '../../support/release/one-of-everything.ts'
import { listenToRepositories, type FamilyCall } from '../../support/repositories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let app: TestApp
let mine: TestFamily
let others: readonly TestFamily[]
let heard: ReturnType<typeof listenToRepositories>
let calls: FamilyCall[]

/** Whatever the server asks its repositories while families use everything there is. */
beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { env: ALL_DOORS })
  mine = await makeFamily(app)
  heard = listenToRepositories(app)
  const [quiet, wild] = [await familyWithEverything(app), await familyWithEverything(app)]
  const reads = ROUTE_IDS.filter((id) => routeOf(id).method === 'GET' || id === 'doses.check')
  for (const id of reads) await call(app.as(quiet.tokens.owner), id, idsOf(quiet, await entryOf(quiet)), quiet)
  // And what any route at all makes of good requests: some of them really give the family away, or end it.
  const first = [wild.familyId, wild.childId, wild.productId, await entryOf(wild), wild.accounts.caregiver]
  const own = [...first, ...idsIn(JSON.stringify(await rowsOf(database, wild.familyId)))]
  // What hides the family, or whoever calls, comes last: nothing is asked of the repositories after that.
  const operations = operationsOf(openApiDocument() as { paths: object })
  const hiding = operations.filter(({ path }) => path.includes('erase'))
  for (const operation of [...operations.filter((one) => !hiding.includes(one)), ...hiding])
    for (const request of fc.sample(goodRequestsFor(inFamily(operation, wild.familyId), idPlaces), {
      numRuns: 40,
      seed: 1,
    }))
      // prettier-ignore
      for (const token of [wild.tokens.owner, wild.formerToken]) await send(request, token, own)
  others = [quiet, wild]
  calls = heard.calls.filter(
    ({ name }, index, all) => all.slice(0, index).filter((one) => one.name === name).length < 8,
  )
}, 300_000)
afterAll(async () => {
  await app.close()
  await database.drop()
})

async function entryOf({ familyId, tokens }: TestFamily): Promise<string> {
  const records = await recordsFromTheBeginning(app, familyId, tokens.owner)
  return records.find(({ type }) => type === 'entry')!.id
}

async function send({ method, path, body }: FuzzRequest, token: string, own: readonly string[]): Promise<void> {
  const real = (text: string): string => withIds(text, { own, others: own, seen: own })
  const sent =
    body === null ? {} : { body: Buffer.from(real(body), 'latin1'), headers: { 'content-type': 'application/json' } }
  await app.as(token).send(`/${real(path)}`, { method, ...sent })
}

const families = () => app.app.nest.get(FamilyDatabase)
type Lie = (scope: Scope) => FamilyScope

/** A transaction that is not the family's, in which every query says that it is. */
const WRONG_TRANSACTIONS: Readonly<Record<string, (lie: Lie, work: (scope: FamilyScope) => Promise<unknown>) => Promise<unknown>>> = {
  'of another family': (lie, work) => families().inFamily(mine.familyId, (scope) => work(lie(scope))),
  'of no family': (lie, work) => families().outsideFamilies((scope) => work(lie(scope))),
  'of a stranger’s account': (lie, work) => families().asAccount(mine.accounts.owner, (scope) => work(lie(scope))),
} // prettier-ignore

async function everything(): Promise<unknown[]> {
  const all = []
  for (const { familyId } of [mine, ...others]) all.push(await rowsOf(database, familyId))
  return all
}

describe('the calls that are repeated', () => {
  it('are of nearly every method of every repository', () => {
    const missed = heard.names.filter((name) => !heard.called.has(name))
    expect({ missed, share: missed.length / heard.names.length <= 0.3 }).toEqual({ missed, share: true })
    expect(calls.length).toBeGreaterThan(200)
  })
})

describe.each(Object.keys(WRONG_TRANSACTIONS))('in a transaction %s', (which) => {
  it('every one of them reads nothing and changes nothing, with no access check in its way', async () => {
    const before = await everything()
    const secrets = new Set(idsIn(JSON.stringify(before.slice(1))))
    for (const id of await idsOutsideFamilies(database)) secrets.delete(id)
    for (const { name, familyId, rest, repeat } of calls) {
      const given = JSON.stringify([familyId, rest])
      const lie: Lie = (scope) => Object.assign(scope, { familyId })
      const [kind, said] = await WRONG_TRANSACTIONS[which]!(lie, repeat).then(
        (result) => ['told', JSON.stringify(result ?? null)] as const,
        (error: unknown) => ['refused', (error as Error).message] as const,
      )
      if (kind === 'refused') expect([name, said]).toEqual([name, expect.stringContaining('row-level security')])
      else expect([name, idsIn(said).filter((id) => secrets.has(id) && !given.includes(id))]).toEqual([name, []])
    }
    // What that traffic never came to is tried with whatever may fit: an error of any kind is as good as an answer of nothing.
    const { familyId, childId } = others[0]!
    for (const rest of [
      [new Date('2100-01-01'), 9, 9],
      [childId, childId],
      [[childId], 9],
    ])
      for (const { name, repeat } of heard.guess(familyId, rest)) {
        const lie: Lie = (scope) => Object.assign(scope, { familyId })
        const said = await WRONG_TRANSACTIONS[which]!(lie, repeat).catch(() => null)
        const given = [familyId, childId]
        const told = idsIn(JSON.stringify(said ?? null)).filter((id) => secrets.has(id) && !given.includes(id))
        expect([name, told]).toEqual([name, []])
      }
    expect(await everything()).toEqual(before)
  })
})

describe('the same calls in the family’s own transaction', () => {
  it('do tell of it: the wall is what kept them from it', async () => {
    let telling = 0
    for (const { familyId, repeat } of calls) {
      const said = await families()
        .inFamily(familyId, (scope) => repeat(scope))
        .catch(() => null)
      if (idsIn(JSON.stringify(said ?? null)).includes(familyId)) telling += 1
    }
    expect(telling).toBeGreaterThan(calls.length / 10)
  })
})
