import { reviewView } from '../../../../miniprogram/package-more/pages/review/review.view.ts'
import { nowView, FIRST_SEEN } from '../../../../miniprogram/pages/now/now.view.ts'
import type { Row } from '../../../../miniprogram/services/outbox/row.ts'
import { NO_MATTERS, type Matters, type Proposal } from '../../../../miniprogram/stores/records/matters.ts'
import type { Change } from '../../../../shared/contract/schemas/sync.schema.ts'
import { meilin, temperature as t, MEILIN } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const NOW = '16T03:10'
const reading = { ...t('16T02:00', 38.9), by: '妈妈' }
const said = { kind: 'temperature', at: '2026-01-16T02:00:00+08:00', celsius: 38.5, site: 'axillary' } as const
const stamp = '2026-01-16T02:30:00+08:00'
const head = { changeId: 'change', madeAt: stamp }

const conflicting = [{ revision: 3, accountId: 'baba', at: stamp, content: said }]
const contested: Difference = { rows: { [reading.id]: { conflicting, conflicts: 1, revision: 2 } } }
const viewer = {
  open: { familyId: 'family', accountId: 'nana', role: 'viewer', name: '', memberName: '', isLocal: false },
} as const
const carer = { open: { ...viewer.open, accountId: 'baba', role: 'caregiver' } } as const

const withMatters = (matters: Partial<Matters>, more: Difference = {}): Difference => ({
  ...more,
  family: { ...more.family, matters: { ...NO_MATTERS, ...matters } },
})
const failed = (change: Change): Row => ({
  id: change.changeId,
  order: 1,
  accountId: 'mama',
  familyId: 'family',
  childId: 'child',
  change,
  heldUntil: null,
  failure: { kind: 'rejected', rejection: 'product_not_found' },
  isResent: false,
})
const proposal = (id: string): Proposal => ({
  type: 'proposal',
  seq: 9,
  id,
  accountId: 'aunt',
  author: '小姨',
  change: { op: 'entry.create', ...head, entryId: 'e', childId: 'child', content: said },
  receivedAt: stamp,
  state: 'open',
  settledBy: null,
  settledAt: null,
})

describe('要您看一眼', () => {
  it('says that there is nothing where nothing waits, and nothing of it on 此刻', () => {
    const state = screenOf([reading], NOW)
    expect(reviewView(state)).toMatchObject({ groups: [], intents: [], message: { title: '都看过了' } })
    expect(nowView(state, FIRST_SEEN).review).toBe('')
  })

  it('has both versions of what two have changed, with who and when, and a choice between them', () => {
    const state = screenOf([reading], NOW, contested)
    const [group] = reviewView(state).groups
    expect(group?.title).toBe('两边都改过')
    expect(group?.matters[0]?.versions.map(({ title, small, act }) => [title, small, act?.decision])).toEqual([
      ['38.9 ℃ 腋温 · 02:00', '妈妈 · 现在的', { kind: 'entry', entryId: reading.id, stands: 2 }],
      ['38.5 ℃ 腋温 · 02:00', '爸爸 02:30 说的', { kind: 'entry', entryId: reading.id, stands: 3 }],
    ])
    expect(group?.matters[0]?.acts.map(({ decision }) => decision.kind)).toEqual(['change'])
    expect(nowView(state, FIRST_SEEN).review).toBe('有 1 件事要您看一眼')
  })

  it('asks about what one deleted while another changed it', () => {
    const row = { ...screenOf([reading], NOW, contested).family.entries[0]!, id: 'gone' }
    const [group] = reviewView(screenOf([], NOW, withMatters({ gone: [row] }))).groups
    expect(group?.matters[0]).toMatchObject({ note: '一边删了，一边改了。留哪一个？', acts: [] })
    expect(group?.matters[0]?.versions.map(({ title }) => title)).toEqual(['删掉', '38.5 ℃ 腋温 · 02:00'])
  })

  it('asks whether two doses that look alike were one', () => {
    const doses = [meilin('16T02:00', 5, '妈妈'), meilin('16T02:05', 5, '爸爸')]
    const state = screenOf(doses, NOW, { record: { products: [MEILIN] } })
    const [group] = reviewView(state).groups
    expect(group?.title).toBe('像是同一次')
    expect(group?.matters[0]?.versions.map(({ small }) => small)).toEqual(['妈妈', '爸爸'])
    expect(group?.matters[0]?.acts.map(({ name }) => name)).toEqual(['是两次', '是同一次'])
    const pair = [...doses.map(({ id }) => id)].sort().join(' ')
    const answered = {
      record: { products: [MEILIN] },
      family: { duplicateAnswers: new Map([[pair, 'both' as const]]) },
    }
    expect(reviewView(screenOf(doses, NOW, answered)).groups).toEqual([])
  })

  it('says why something was not delivered, and what can be done', () => {
    const change = { op: 'entry.create', ...head, entryId: reading.id, childId: 'child', content: said } as const
    const state = screenOf([reading], NOW, withMatters({ failed: [failed(change)] }))
    const [group] = reviewView(state).groups
    expect(group).toMatchObject({ title: '没送到' })
    expect(group?.matters[0]).toMatchObject({ note: '这个药已经从药箱里删掉了。' })
    expect(group?.matters[0]?.acts.map(({ name }) => name)).toEqual(['不要了', '改一下再送', '再试一次'])
    const intent = {
      op: 'intent.create',
      ...head,
      intentId: 'i',
      childId: 'child',
      medicine: { medicine: '退热贴' },
    } as const
    const [other] = reviewView(screenOf([], NOW, withMatters({ failed: [failed(intent)] }))).groups
    expect(other?.matters[0]?.versions[0]?.title).toBe('我要喂 退热贴')
    expect(other?.matters[0]?.acts.map(({ name }) => name)).toEqual(['不要了', '再试一次'])
  })

  it('lets the owner alone take what a former member had not sent, one by one or all', () => {
    const matters = withMatters({ proposals: [proposal('a'), proposal('b')] })
    const [group] = reviewView(screenOf([], NOW, matters)).groups
    expect(group?.matters[0]?.versions[0]).toMatchObject({
      title: '38.5 ℃ 腋温 · 02:00',
      small: '小姨离开以前记的 02:30 送到',
    })
    expect(group?.acts.map(({ decision }) => decision)).toEqual([
      { kind: 'proposal', ids: ['a', 'b'], accept: false },
      { kind: 'proposal', ids: ['a', 'b'], accept: true },
    ])
    const [others] = reviewView(screenOf([], NOW, { ...matters, ...carer })).groups
    expect(others).toMatchObject({ acts: [], matters: [{ note: '由管理人来定收不收。', acts: [] }, {}] })
    expect(nowView(screenOf([], NOW, matters), FIRST_SEEN).review).toBe('有 2 件事要您看一眼')
    expect(nowView(screenOf([], NOW, { ...matters, ...carer }), FIRST_SEEN).review).toBe('')
  })

  it('shows whoever may only look both sides and no button', () => {
    const view = reviewView(screenOf([reading], NOW, { ...contested, ...viewer }))
    expect(view.note).toContain('您是来看看的')
    expect(view.groups[0]?.matters[0]?.acts).toEqual([])
    expect(view.groups[0]?.matters[0]?.versions.every(({ act }) => act === null)).toBe(true)
  })

  it('compares what two have said of a child, its weight, a condition and a medicine', () => {
    const state = screenOf([], NOW, { record: { products: [MEILIN] } })
    const child = {
      ...state.family.children[0]!,
      conflicts: [
        {
          revision: 2,
          accountId: 'baba',
          at: stamp,
          content: { kind: 'child', name: '乐乐', birthDate: '2022-11-04', sex: 'male', timeZone: null } as const,
        },
      ],
    }
    const weight = {
      ...state.family.weights[0]!,
      conflicts: [{ revision: 2, accountId: 'baba', at: stamp, content: null }],
    }
    const { groups } = reviewView(screenOf([], NOW, withMatters({ facts: [child, weight] })))
    const titles = groups[0]?.matters.map(({ versions }) => versions.map(({ title }) => title))
    expect(titles?.[0]?.[1]).toBe('乐乐 · 男 · 2022-11-04 生')
    expect(titles?.[1]?.[1]).toBe('删掉')
  })
})
