import {
  choicesOf,
  codeIn,
  joinView,
  TYPING,
  type Coming,
} from '../../../../miniprogram/package-more/pages/join/join.view.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const preview = {
  familyName: '乐乐一家',
  inviterName: '妈妈',
  role: 'caregiver',
  expiresAt: '2026-01-18T19:00:00Z',
} as const
const local = {
  familyId: 'guest',
  children: [{ childId: 'g1', name: '小乐', birthDate: null, entries: 12 }],
}
const viewOf = (joining: Partial<Coming>, more: Difference = {}, record: typeof local | null = null) =>
  joinView(screenOf([], '16T03:10', more), { ...TYPING, ...joining }, record, 480)

describe('an invitation', () => {
  it('is found in the address of a card, and in the scene of a QR code', () => {
    expect(codeIn({ code: 'K7QM4XPA', scene: '' })).toBe('K7QM4XPA')
    expect(codeIn({ code: '', scene: 'K7QM%2D4XPA' })).toBe('K7QM-4XPA')
    expect(codeIn({ code: '', scene: '' })).toBe('')
  })

  it('that cannot be read is no code', () => {
    expect(codeIn({ code: '', scene: '%E0%A4%A' })).toBe('')
  })

  it('says who invites to what and as what, before it is accepted', () => {
    expect(viewOf({ step: 'asked', preview })).toMatchObject({
      title: '妈妈请您加入“乐乐一家”',
      role: '您可以看、记、改，和家里人一样。',
      expires: '1 月 19 日 03:00 前有效',
      accept: '加入',
    })
    expect(viewOf({ step: 'asked', preview }, { signedIn: null }).accept).toBe('登录并加入')
  })

  it('that is no good, taken already or out of reach is told in words that fit', () => {
    const why = (code: NonNullable<Coming['problem']>['code']) => viewOf({ problem: { code } }).problem
    expect(why('invite_invalid')).toContain('这个邀请码不对')
    expect(why('already_member')).toContain('还可以给别人用')
    expect(why('network')).toContain('邀请还在')
    expect(why('too_many_requests')).toContain('十分钟')
  })
})

describe('what a guest has logged', () => {
  it('is asked about once they have joined: the same child, another one, or not now', () => {
    const { carry } = viewOf({ step: 'joined', preview }, {}, local)
    expect(carry).toMatchObject([{ childId: 'g1', name: '小乐 · 12 条', value: 'stay' }])
    expect(carry[0]!.options.map(({ name }) => name)).toEqual(['就是乐乐', '另一个孩子', '先不带'])
  })

  it('stays where it is with a viewer, who is told so', () => {
    const view = viewOf({ step: 'joined', preview: { ...preview, role: 'viewer' } }, {}, local)
    expect(view.carry).toEqual([])
    expect(view.carryNote).toContain('带不进去')
  })

  it('is not asked about before, nor where there is nothing', () => {
    expect(viewOf({ step: 'asked', preview }, {}, local).carryNote).toBe('')
    expect(viewOf({ step: 'joined', preview }).carryNote).toBe('')
  })

  it('is taken along as it was chosen', () => {
    expect(choicesOf({ g1: 'same child', g2: 'new', g3: 'stay' })).toEqual({
      g1: { as: 'same', childId: 'child' },
      g2: { as: 'new' },
      g3: { as: 'stay' },
    })
  })
})
