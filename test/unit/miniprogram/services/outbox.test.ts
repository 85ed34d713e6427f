import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'
import { isOffline } from '../../../../miniprogram/services/sync/connection.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)

const temperature = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-16T03:10:00+08:00', celsius, site: 'axillary' }) as const

async function awake(person: 'mama' | 'baba' | 'grandma' = 'mama', api = new FakeApi()) {
  const clock = new FakeClock(START)
  const app = new FakeApp(api, clock, person)
  app.core.wakeUp()
  await clock.pass(0)
  return { api, app, clock, childId: api.family.childId }
}

const states = (app: FakeApp) => app.core.family.get().entries.map(({ state }) => state)

describe('a logged entry', () => {
  it('is on the screen when the call returns, before anything was sent', async () => {
    const { app, childId, api } = await awake()
    const calls = api.calls.length
    app.core.entries.log(childId, temperature(38.5))
    expect(app.core.family.get().entries).toMatchObject([{ content: { celsius: 38.5 }, by: '妈妈', state: 'pending' }])
    expect(api.calls).toHaveLength(calls)
  })

  it('reaches the server at once and is then simply there', async () => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(0)
    expect(api.family.entries).toMatchObject([{ content: { celsius: 38.5 } }])
    expect(states(app)).toEqual(['saved'])
    expect(app.core.outbox.rows.get()).toEqual([])
  })

  it('waits without a network and goes out, in order, when it returns', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    for (const celsius of [38.1, 38.9, 39.6]) app.core.entries.log(childId, temperature(celsius))
    await clock.pass(60_000)
    expect(states(app)).toEqual(['pending', 'pending', 'pending'])
    expect(isOffline(app.core.sync.connection.get())).toBe(true)
    app.network.turn(true)
    await clock.pass(0)
    expect(api.family.applied.map((change) => 'content' in change && change.content)).toMatchObject([
      { celsius: 38.1 },
      { celsius: 38.9 },
      { celsius: 39.6 },
    ])
    expect(states(app)).toEqual(['saved', 'saved', 'saved'])
  })

  it('is not doubled when the answer to it was lost', async () => {
    const { app, api, clock, childId } = await awake()
    let lost = 0
    api.fault = (id) => (id === 'family.sync' && lost++ < 2 ? 'lost_answer' : undefined)
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(10_000)
    expect(lost).toBeGreaterThan(2)
    expect(api.family.entries).toHaveLength(1)
    expect(states(app)).toEqual(['saved'])
  })

  it('survives the death of the app before it was sent', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    app.core.entries.log(childId, temperature(38.5))
    app.restart()
    expect(states(app)).toEqual(['pending'])
    app.network.turn(true)
    app.core.wakeUp()
    await clock.pass(0)
    expect(api.family.entries).toHaveLength(1)
    expect(states(app)).toEqual(['saved'])
  })

  it('is refused with a reason when the phone is full, and nothing of it stays', async () => {
    const { app, childId } = await awake()
    app.storage.isFull = true
    expect(app.core.entries.log(childId, temperature(38.5))).toEqual({ ok: false, problem: 'storage_full' })
    expect(app.core.family.get().entries).toEqual([])
  })

  it('is refused to a viewer before anything is kept', async () => {
    const { app, childId } = await awake('grandma')
    expect(app.core.entries.log(childId, temperature(38.5))).toEqual({ ok: false, problem: 'viewer' })
    expect(app.core.outbox.rows.get()).toEqual([])
  })
})

describe('undo', () => {
  it('takes back a save that has not been sent, without a trace', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    app.core.entries.log(childId, temperature(38.5))
    app.core.undo.undo()
    app.network.turn(true)
    await clock.pass(10_000)
    expect(app.core.family.get().entries).toEqual([])
    expect(api.family.applied).toEqual([])
  })

  it('takes back a save that has been sent by deleting it', async () => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(1_000)
    app.core.undo.undo()
    await clock.pass(1_000)
    expect(api.family.entries).toMatchObject([{ deleted: true }])
    expect(app.core.family.get().entries).toEqual([])
  })

  it('takes back a save whose answer was lost by deleting it, so that it does not come back', async () => {
    const { app, api, clock, childId } = await awake()
    let lost = 0
    api.fault = (id) => (id === 'family.sync' && lost++ < 1 ? 'lost_answer' : undefined)
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(0)
    app.core.undo.undo()
    await clock.pass(10_000)
    expect(api.family.entries).toMatchObject([{ deleted: true }])
    expect(app.core.family.get().entries).toEqual([])
  })

  it.each(['edit', 'remove'] as const)('of an %s within five seconds sends nothing', async (what) => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(10_000)
    const [seen] = app.core.family.get().entries
    if (what === 'edit') app.core.entries.edit(seen!, temperature(39.5))
    else app.core.entries.remove(seen!)
    expect(app.core.family.get().entries).toMatchObject(what === 'edit' ? [{ content: { celsius: 39.5 } }] : [])
    await clock.pass(4_900)
    app.core.undo.undo()
    await clock.pass(60_000)
    expect(app.core.family.get().entries).toMatchObject([{ content: { celsius: 38.5 }, state: 'saved' }])
    expect(api.family.applied).toHaveLength(1)
  })

  it('is over after five seconds, and then the edit goes out by itself', async () => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(10_000)
    app.core.entries.edit(app.core.family.get().entries[0]!, temperature(39.5))
    await clock.pass(4_900)
    expect(api.family.entries).toMatchObject([{ content: { celsius: 38.5 } }])
    await clock.pass(200)
    expect(app.core.undo.state.get()).toBeNull()
    expect(api.family.entries).toMatchObject([{ content: { celsius: 39.5 }, revision: 2 }])
  })

  it('is over when something else is logged, which does not have to wait', async () => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(38.5))
    await clock.pass(10_000)
    app.core.entries.remove(app.core.family.get().entries[0]!)
    app.core.entries.log(childId, temperature(39.0))
    await clock.pass(0)
    expect(api.family.applied.map(({ op }) => op)).toEqual(['entry.create', 'entry.delete', 'entry.create'])
  })
})

describe('a change the server refuses', () => {
  it('is marked as failed by itself while the others go through', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    app.core.entries.log(childId, temperature(38.1))
    app.core.entries.log(childId, temperature(99))
    app.core.entries.log(childId, temperature(38.3))
    app.network.turn(true)
    await clock.pass(0)
    expect(states(app).sort()).toEqual(['failed', 'saved', 'saved'])
    expect(api.family.entries).toHaveLength(2)
    const failed = app.core.family.get().entries.find(({ state }) => state === 'failed')
    expect(failed).toMatchObject({ content: { celsius: 99 }, failure: { failure: { kind: 'invalid' } } })
  })

  it('goes out when it was mended, as the entry it was', async () => {
    const { app, api, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(99))
    await clock.pass(0)
    const [failed] = app.core.family.get().entries
    app.core.entries.edit(failed!, temperature(39.9))
    await clock.pass(0)
    expect(api.family.entries).toMatchObject([{ id: failed!.id, content: { celsius: 39.9 } }])
    expect(states(app)).toEqual(['saved'])
  })

  it('stays, through a restart, until the person gives it up', async () => {
    const { app, clock, childId } = await awake()
    app.core.entries.log(childId, temperature(99))
    await clock.pass(0)
    app.restart()
    app.core.wakeUp()
    await clock.pass(60_000)
    expect(states(app)).toEqual(['failed'])
    app.core.entries.giveUp(app.core.family.get().entries[0]!)
    expect(app.core.family.get().entries).toEqual([])
  })

  it('does not stop the rest when the server does not say which one it was', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    app.core.entries.log(childId, temperature(38.1))
    const bad = app.core.entries.log(childId, temperature(38.2))
    app.core.entries.log(childId, temperature(38.3))
    api.fault = (id, { body }) =>
      id === 'family.sync' && bad.ok && JSON.stringify(body).includes(bad.value.entryId)
        ? 'payload_too_large'
        : undefined
    app.network.turn(true)
    await clock.pass(0)
    expect(states(app).sort()).toEqual(['failed', 'saved', 'saved'])
  })
})

describe('a batch', () => {
  it('stays under the limits of one request however much has piled up', async () => {
    const { app, api, clock, childId } = await awake()
    app.network.turn(false)
    const text = '夜'.repeat(1500)
    for (let index = 0; index < 60; index++) {
      app.core.entries.log(childId, { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: `${index} ${text}` })
    }
    for (let index = 0; index < 300; index++) app.core.entries.log(childId, temperature(38.5))
    app.network.turn(true)
    await clock.pass(0)
    expect(api.largestBody).toBeLessThan(64 * 1024)
    expect(api.family.applied).toHaveLength(360)
    expect(app.core.outbox.rows.get()).toEqual([])
  })
})
