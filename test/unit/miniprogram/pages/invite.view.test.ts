import { inviteView, NOT_YET } from '../../../../miniprogram/package-more/pages/invite/invite.view.ts'
import { screenOf } from '../support/screen-state.ts'

const state = screenOf([], '16T03:10')
const open = (inviteId: string, role: 'caregiver' | 'viewer') => ({
  inviteId,
  role,
  createdBy: 'mama',
  createdAt: '2026-01-16T03:00:00Z',
  expiresAt: '2026-01-18T19:00:00Z',
})
const made = { ...open('i1', 'viewer'), code: 'K7QM-4XPA', cardPath: '/p?code=K7QM4XPA' }

describe('an invitation', () => {
  it('says what the role means before it is made', () => {
    expect(inviteView(state, { ...NOT_YET, role: 'viewer' }, 480).roleText).toContain('不能记')
    expect(inviteView(state, NOT_YET, 480).canMake).toBe(true)
    expect(inviteView(state, { ...NOT_YET, isBusy: true }, 480).canMake).toBe(false)
  })

  it('shows its code, how long it is good, and as what one comes in', () => {
    const view = inviteView(state, { ...NOT_YET, made, open: [open('i1', 'viewer')] }, 480).made
    expect(view).toMatchObject({ code: 'K7QM-4XPA', role: '进来以后：只看', expires: '1 月 19 日 03:00 前有效' })
    expect(view!.aria).toBe('K 7 Q M - 4 X P A')
  })

  it('stands among the open ones only when its code is not before the eyes', () => {
    const both = [open('i1', 'viewer'), open('i2', 'caregiver')]
    expect(inviteView(state, { ...NOT_YET, made, open: both }, 480).open.map(({ key }) => key)).toEqual(['i2'])
    expect(inviteView(state, { ...NOT_YET, open: both }, 480).open.map(({ title }) => title)).toEqual([
      '“只看”的邀请',
      '“一起记”的邀请',
    ])
  })

  it('says that there is none', () => {
    expect(inviteView(state, NOT_YET, 480).none).toBe('没有还没用的邀请。')
  })
})
