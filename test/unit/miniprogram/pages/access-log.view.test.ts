import { ACCESS_EVENTS, type AccessEvent } from '../../../../shared/contract/schemas/family.schema.ts'
import { accessLogView, NOTHING } from '../../../../miniprogram/package-more/pages/access-log/access-log.view.ts'
import { screenOf } from '../support/screen-state.ts'

const names = new Map([
  ['mama', '妈妈'],
  ['baba', '爸爸'],
])
const state = screenOf([], '16T03:10', { family: { names } })
const event = (kind: AccessEvent, more: object = {}) => ({
  id: kind,
  at: '2026-01-15T18:00:00Z',
  event: kind,
  accountId: 'mama',
  subjectId: 'baba',
  role: 'viewer' as const,
  ...more,
})
const shown = (...events: ReturnType<typeof event>[]) =>
  accessLogView(state, { ...NOTHING, isWaiting: false, events }, 480).events

describe('the access log', () => {
  it('says who did what to whom, when', () => {
    expect(shown(event('role_changed'))).toEqual([{ id: 'role_changed', when: '02:00', what: '妈妈把爸爸改成只看' }])
    expect(shown(event('member_removed'))[0]!.what).toBe('妈妈把爸爸请出了家庭')
  })

  it('has words for every event of the contract', () => {
    for (const kind of ACCESS_EVENTS) expect(shown(event(kind))[0]!.what).not.toContain('还不认识')
  })

  it('has words for what a newer server tells, and for who was never a member', () => {
    expect(shown(event('moon_landed' as AccessEvent))[0]!.what).toContain('妈妈做了一件')
    expect(shown(event('member_left', { accountId: 'x' }))[0]!.what).toBe('以前的家里人离开了')
  })

  it('offers earlier ones while there are some, and says why there are none', () => {
    const some = { ...NOTHING, isWaiting: false, events: [event('signed_in')] }
    expect(accessLogView(state, { ...some, more: true }, 480).more).toBe('看更早的')
    expect(accessLogView(state, some, 480).more).toBe('')
    expect(accessLogView(state, { ...some, events: [] }, 480).note).toBe('还没有。')
    expect(accessLogView(state, { ...some, problem: { code: 'network' } }, 480).note).toContain('连不上')
    expect(accessLogView(state, { ...some, problem: { code: 'role_forbidden' } }, 480).note).toContain('管理人')
  })
})
