import { logAll } from '../../../../miniprogram/components/log-sheets/log-all.ts'
import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

const temperature = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-16T03:10:00+08:00', celsius, site: 'axillary' }) as const
const NIGHT = [temperature(38.5), temperature(38.9), temperature(39.1)]

async function awake(person: 'mama' | 'grandma' = 'mama') {
  const api = new FakeApi()
  const clock = new FakeClock(Date.UTC(2026, 0, 15, 19, 10))
  const app = new FakeApp(api, clock, person)
  app.core.wakeUp()
  await clock.pass(0)
  return { api, app, clock, childId: api.family.childId }
}

describe('several things logged together', () => {
  it('are all there at once and reach the server', async () => {
    const { app, api, clock, childId } = await awake()
    expect(logAll(app.core, childId, NIGHT)).toEqual({ written: 3, problem: null })
    expect(app.core.family.get().entries).toHaveLength(3)
    await clock.pass(1_000)
    expect(api.family.entries).toHaveLength(3)
  })

  it('are undone together, whether they were sent or not', async () => {
    const { app, api, clock, childId } = await awake()
    logAll(app.core, childId, NIGHT)
    await clock.pass(1_000)
    app.core.undo.undo()
    expect(app.core.family.get().entries).toEqual([])
    await clock.pass(1_000)
    expect(api.family.entries).toMatchObject([{ deleted: true }, { deleted: true }, { deleted: true }])

    app.network.turn(false)
    logAll(app.core, childId, NIGHT)
    app.core.undo.undo()
    expect(app.core.outbox.rows.get()).toEqual([])
  })

  it('stop at what the phone does not take, and say how many were taken', async () => {
    const { app, childId } = await awake()
    app.network.turn(false)
    const { entries, undo } = app.core
    let left = 2
    const filling = {
      ...entries,
      log: (id: string, content: (typeof NIGHT)[number]) => {
        app.storage.isFull = left-- <= 0
        return entries.log(id, content)
      },
    } as typeof entries
    expect(logAll({ entries: filling, undo }, childId, NIGHT)).toEqual({ written: 2, problem: 'storage_full' })
    expect(app.core.family.get().entries).toHaveLength(2)
    app.storage.isFull = false
    undo.undo()
    expect(app.core.family.get().entries).toEqual([])
  })

  it('are refused to a viewer as a whole', async () => {
    const { app, childId } = await awake('grandma')
    expect(logAll(app.core, childId, NIGHT)).toEqual({ written: 0, problem: 'viewer' })
    expect(app.core.undo.state.get()).toBeNull()
  })
})
