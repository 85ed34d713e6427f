import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

const WECHAT = { entry: 1_000_000, all: 10_000_000 }
const note = (day: number, text: string) =>
  ({ kind: 'note', at: `2026-01-${String(day).padStart(2, '0')}T03:10:00+08:00`, text }) as const

/** A phone in step with a family that has logged for many days. */
async function fullPhone() {
  const api = new FakeApi()
  const clock = new FakeClock(Date.UTC(2026, 0, 31, 19, 10))
  const app = new FakeApp(api, clock)
  app.storage.limits = WECHAT
  app.core.wakeUp()
  await clock.pass(0)
  const { childId } = api.family
  for (let day = 1; day <= 30; day++) app.core.entries.log(childId, note(day, '长'.repeat(600)))
  await clock.pass(10_000)
  return { api, clock, app, childId }
}

/** Leaves so many bytes free, with what is nobody's. */
function fill({ storage }: FakeApp, free: number): void {
  const size = Math.max(0, WECHAT.all - storage.bytes - free)
  for (let part = 0; part * 900_000 < size; part++)
    storage.set(`filling/${part}`, 'x'.repeat(Math.max(0, Math.min(900_000, size - part * 900_000) - 20)))
}

describe('a phone that is full', () => {
  it('gives up other families, then what was sent, then old days of the record, before it refuses to write down', async () => {
    const { api, clock, app, childId } = await fullPhone()
    app.storage.set('family/other/head', { accountId: 'x', records: [] })
    app.storage.set('family/other/day/2026-01-01', ['x'.repeat(1000)])
    app.network.turn(false)
    fill(app, 500)
    const keys = (start: string) => app.storage.keys().filter((key) => key.startsWith(start)).length
    const seen: number[][] = []
    let logged = 0
    while (app.core.entries.log(childId, note(31, `${logged} ${'x'.repeat(900)}`)).ok) {
      logged += 1
      seen.push([keys('family/other'), keys('sent/'), keys(`family/${api.family.id}/day`)])
    }
    expect(logged).toBeGreaterThan(20)
    expect(seen[0]).toEqual([0, 1, 30])
    expect(seen.at(-1)).toEqual([0, 0, 0])
    // Never an old day while something sent is still kept.
    for (const [, sent, days] of seen) if (sent! > 0) expect(days).toBe(30)
    for (const key of app.storage.keys()) if (key.startsWith('filling/')) app.storage.remove(key)
    app.restart()
    app.network.turn(true)
    app.core.wakeUp()
    await clock.pass(100_000)
    expect(app.core.family.get().entries).toHaveLength(30 + logged)
    expect(api.family.entries).toHaveLength(30 + logged)
  })

  it('says how full it is', async () => {
    const { app } = await fullPhone()
    expect(app.core.isStorageTight.get()).toBe(false)
    fill(app, 1_000_000)
    app.core.wakeUp()
    expect(app.core.isStorageTight.get()).toBe(true)
  })
})

describe('the copy of the record', () => {
  it('is rid of intents that were answered long ago, and keeps those that nobody answered', async () => {
    const { api, clock, app } = await fullPhone()
    const intent = (id: string, day: number, outcome: 'given' | null) =>
      api.family.put({
        type: 'intent',
        id,
        childId: api.family.childId,
        accountId: api.family.accounts.mama,
        medicine: { ingredient: 'ibuprofen' },
        at: `2026-01-${day}T03:00:00+08:00`,
        expiresAt: `2026-01-${day}T03:10:00+08:00`,
        outcome,
        entryId: null,
        answeredBy: null,
        check: null,
      })
    intent('old', 10, 'given')
    intent('open', 11, null)
    intent('new', 30, 'given')
    await app.core.sync.now()
    app.network.turn(false)
    app.restart()
    await clock.pass(0)
    expect(app.core.family.get().intents.map(({ id }) => id)).toEqual(['open', 'new'])
  })
})
