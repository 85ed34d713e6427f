import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

async function awake() {
  const api = new FakeApi()
  const clock = new FakeClock(Date.UTC(2026, 0, 15, 19, 10))
  const app = new FakeApp(api, clock)
  app.core.wakeUp()
  await clock.pass(0)
  return { api, clock, app }
}

describe('the session', () => {
  it('signs in once however many ask for a token', async () => {
    const { api, app } = await awake()
    api.expireTokens()
    const issued = api.tokensIssued
    const path = { familyId: api.family.id, childId: api.family.childId }
    const ask = () =>
      app.core.client.call('doses.check', { params: path, query: {}, body: { ingredient: 'ibuprofen' } })
    const replies = await Promise.all([ask(), ask(), ask()])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(api.tokensIssued).toBe(issued + 1)
  })

  it('renews a token that has expired in the middle of the night, and sends what was to be sent', async () => {
    const { api, clock, app } = await awake()
    api.expireTokens()
    app.core.entries.log(api.family.childId, { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: '换我守' })
    await clock.pass(0)
    expect(api.family.entries).toHaveLength(1)
  })

  it('lets the record be read and written offline after a restart', async () => {
    const { api, app } = await awake()
    app.network.turn(false)
    app.restart()
    expect(app.core.family.get().children).toMatchObject([{ name: '乐乐' }])
    expect(
      app.core.entries.log(api.family.childId, { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: '…' }).ok,
    ).toBe(true)
  })

  it('never sends one person’s changes in the name of another', async () => {
    const { api, clock, app } = await awake()
    app.network.turn(false)
    app.core.entries.log(api.family.childId, { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: '…' })
    const other = new FakeApp(api, clock, 'baba', 2, app.storage)
    other.core.wakeUp()
    await clock.pass(60_000)
    expect(api.family.entries).toEqual([])
    expect(other.core.outbox.rows.get()).toHaveLength(1)
  })
})
