import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'
import { seesOthers } from '../../../../miniprogram/services/sync/connection.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)

const temperature = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-16T03:10:00+08:00', celsius, site: 'axillary' }) as const

async function twoPhones() {
  const api = new FakeApi()
  const clock = new FakeClock(START)
  const mama = new FakeApp(api, clock, 'mama', 1)
  const baba = new FakeApp(api, clock, 'baba', 2)
  for (const app of [mama, baba]) app.core.wakeUp()
  await clock.pass(0)
  return { api, clock, mama, baba, childId: api.family.childId }
}

const shown = (app: FakeApp) => app.core.family.get().entries.map(({ content, by }) => ({ content, by }))

describe('two phones of one family', () => {
  it('see what the other logs without asking for it', async () => {
    const { clock, mama, baba, childId } = await twoPhones()
    mama.core.entries.log(childId, temperature(38.9))
    await clock.pass(0)
    expect(shown(baba)).toEqual([{ content: temperature(38.9), by: '妈妈' }])
  })

  it('miss nothing that was announced while the line was down', async () => {
    const { clock, mama, baba, childId } = await twoPhones()
    baba.network.turn(false)
    mama.core.entries.log(childId, temperature(38.9))
    await clock.pass(5_000)
    expect(shown(baba)).toEqual([])
    expect(seesOthers(baba.core.sync.connection.get(), clock.now())).toBe(false)
    baba.network.turn(true)
    await clock.pass(3_000)
    expect(shown(baba)).toHaveLength(1)
    expect(seesOthers(baba.core.sync.connection.get(), clock.now())).toBe(true)
  })

  it('end up with the same record whoever was offline', async () => {
    const { api, clock, mama, baba, childId } = await twoPhones()
    for (const app of [mama, baba]) app.network.turn(false)
    for (const celsius of [38.1, 38.2]) mama.core.entries.log(childId, temperature(celsius))
    for (const celsius of [38.3, 38.4]) baba.core.entries.log(childId, temperature(celsius))
    for (const app of [mama, baba]) app.network.turn(true)
    await clock.pass(5_000)
    const ids = (app: FakeApp) =>
      app.core.family
        .get()
        .entries.map(({ id }) => id)
        .sort()
    expect(ids(mama)).toHaveLength(4)
    expect(ids(baba)).toEqual(ids(mama))
    expect(api.family.applied).toHaveLength(4)
  })

  it('show both when they edit one entry at once, the later as a conflict', async () => {
    const { clock, mama, baba, childId } = await twoPhones()
    mama.core.entries.log(childId, temperature(38.5))
    await clock.pass(6_000)
    for (const [app, celsius] of [
      [mama, 39.1],
      [baba, 39.2],
    ] as const) {
      app.network.turn(false)
      app.core.entries.edit(app.core.family.get().entries[0]!, temperature(celsius))
    }
    await clock.pass(6_000)
    for (const app of [mama, baba]) {
      app.network.turn(true)
      await clock.pass(3_000)
    }
    for (const app of [mama, baba]) {
      expect(app.core.family.get().entries).toMatchObject([
        { content: { celsius: 39.1 }, conflicts: 1, state: 'saved' },
      ])
    }
  })

  it('stop listening when they are put away', async () => {
    const { clock, mama, baba, childId } = await twoPhones()
    baba.core.fallAsleep()
    mama.core.entries.log(childId, temperature(38.9))
    await clock.pass(60_000)
    expect(shown(baba)).toEqual([])
    baba.core.wakeUp()
    await clock.pass(0)
    expect(shown(baba)).toHaveLength(1)
  })
})
