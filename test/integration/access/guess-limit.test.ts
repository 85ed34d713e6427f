import { randomUUID } from 'node:crypto'
import { GuessLimit } from '../../../server/access/guess-limit.service.ts'
import { MINUTE, instant } from '../../../shared/time/instant.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let instances: TestApp[]
let now = Date.now()
const clock = { now: () => instant(now) }

beforeAll(async () => {
  database = await createTestDatabase()
  // A hundred that wait for one row are a queue, which on a busy machine outlasts the time one waits in earnest.
  const env = {
    DATABASE_CONNECT_TIMEOUT_MS: '60000',
    DATABASE_LOCK_TIMEOUT_MS: '60000',
    DATABASE_STATEMENT_TIMEOUT_MS: '60000',
  }
  instances = await Promise.all([startTestApp(database, { clock, env }), startTestApp(database, { clock, env })])
})
beforeEach(() => database.query('delete from guess'))
afterAll(async () => {
  await Promise.all(instances.map((one) => one.close()))
  await database.drop()
})

const limits = () => instances.map(({ app }) => app.nest.get(GuessLimit, { strict: false }))
let turn = 0
const take = (accountId: string | null, address = 'a') => limits()[turn++ % 2]!.take({ accountId, address })
const may = async (accountId: string | null, address = 'a'): Promise<boolean> => {
  try {
    await take(accountId, address)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'too_many_requests' })
    return false
  }
}
const times = async (count: number, act: () => Promise<boolean>): Promise<number> => {
  let yes = 0
  for (let index = 0; index < count; index++) yes += (await act()) ? 1 : 0
  return yes
}

describe('wrong guesses, over two instances', () => {
  it('are ten for an account, wherever it comes from', async () => {
    const one = randomUUID()
    let address = 0
    expect(await times(20, () => may(one, `address ${address++}`))).toBe(10)
    expect(await may(randomUUID())).toBe(true)
  })

  it('are thirty for an address, whoever comes from it', async () => {
    expect(await times(50, () => may(randomUUID()))).toBe(30)
    expect(await may(null)).toBe(false)
    expect(await may(null, 'b')).toBe(true)
  })

  it('are forgotten ten minutes after the first', async () => {
    await times(40, () => may(null))
    now += 10 * MINUTE - 1
    expect(await may(null)).toBe(false)
    now += 1
    expect(await times(40, () => may(null))).toBe(30)
  })

  it('get no further when they are many at once', async () => {
    const allowed = await Promise.all(Array.from({ length: 100 }, () => may('one of many')))
    expect(allowed.filter(Boolean).length).toBeLessThanOrEqual(10)
    expect(await may('one of many')).toBe(false)
  })

  it('do not end each other’s statements, whatever they have in common', async () => {
    const [people, places] = [Array.from({ length: 5 }, () => randomUUID()), ['x', 'y', 'z']]
    const mixed = Array.from({ length: 90 }, (_, index) => may(people[index % 5]!, places[index % 3]))
    expect((await Promise.all(mixed)).filter(Boolean).length).toBeLessThanOrEqual(50)
  })

  it('are kept without saying whose they are', async () => {
    await may('0190b000-0000-7000-8000-000000000001', '203.0.113.7')
    const rows = await database.query<{ guesser: Buffer }>('select * from guess')
    expect(rows.map(({ guesser }) => guesser.length)).toEqual([32, 32])
  })
})

describe('a guess that was right', () => {
  it('is given back', async () => {
    for (let count = 0; count < 50; count++) await (await take('right'))()
    expect(await times(20, () => may('right'))).toBe(10)
  })

  it('counts while it is looked at', async () => {
    const giveBack: (() => Promise<void>)[] = []
    for (let count = 0; count < 10; count++) giveBack.push(await take('slow'))
    expect(await may('slow')).toBe(false)
    for (const give of giveBack) await give()
    expect(await may('slow')).toBe(true)
  })
})
