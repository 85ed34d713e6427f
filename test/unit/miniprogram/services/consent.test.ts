import type { HttpRequest } from '../../../../miniprogram/platform/ports.ts'
import type { RouteId } from '../../../../shared/contract/routes.ts'
import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)
const reading = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-16T03:10:00+08:00', celsius, site: 'axillary' }) as const

/** The server takes nothing of 妈妈's before she has agreed; what others have written it brings. */
const untilAgreed = (id: RouteId, { body, headers }: HttpRequest) =>
  id === 'family.sync' && headers.authorization?.includes('mama') && (body as { changes: unknown[] }).changes.length > 0
    ? 'consent_required'
    : undefined

describe('where a guardian has not agreed', () => {
  it('what is logged waits on the phone, what others log still comes, and all is sent once somebody agrees', async () => {
    const clock = new FakeClock(START)
    const api = new FakeApi()
    const mama = new FakeApp(api, clock, 'mama', 1)
    const baba = new FakeApp(api, clock, 'baba', 2)
    for (const { core } of [mama, baba]) core.wakeUp()
    await clock.pass(0)
    api.fault = untilAgreed
    mama.core.entries.log(api.family.childId, reading(38.5))
    mama.core.entries.log(api.family.childId, reading(38.6))
    await clock.pass(0)
    baba.core.entries.log(api.family.childId, reading(39.1))
    await clock.pass(60_000)

    const shown = mama.core.family.get().entries.map(({ content, state }) => [content, state])
    expect(shown).toMatchObject([
      [{ celsius: 39.1 }, 'saved'],
      [{ celsius: 38.5 }, 'pending'],
      [{ celsius: 38.6 }, 'pending'],
    ])
    expect(mama.core.sync.connection.get()).toMatchObject({ problem: 'consent_required' })
    mama.restart()
    expect(mama.core.unsent.get()).toHaveLength(2)

    api.fault = () => undefined
    mama.core.wakeUp()
    await clock.pass(0)
    expect(mama.core.sync.connection.get().problem).toBeNull()
    expect(mama.core.unsent.get()).toEqual([])
    expect(api.family.entries).toHaveLength(3)
  })
})
