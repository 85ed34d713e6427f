import { leftBehindView } from '../../../../miniprogram/package-more/pages/left-behind/left-behind.view.ts'
import type { LeftFamily } from '../../../../miniprogram/services/left-behind/left-behind.ts'
import type { Row } from '../../../../miniprogram/services/outbox/row.ts'
import { note, shanghai } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const row = (id: string, change: object): Row => ({ id, change }) as Row
const entries = [note('15T22:00', '夜里醒了'), note('15T23:30', '喝了奶')]
const [first] = entries
const { family } = screenOf(entries, '16T03:10')
const left = (more: Partial<LeftFamily> = {}): LeftFamily => ({
  familyId: 'f1',
  name: '乐乐一家',
  family,
  rows: [row('r1', { op: 'entry.create', entryId: first!.id })],
  waiting: 1,
  offered: 0,
  ...more,
})
const viewOf = (all: readonly LeftFamily[], more: Difference = {}, isBusy = false) =>
  leftBehindView(screenOf([], '16T03:10', more), all, shanghai, isBusy)

describe('what was not sent to a family one is in no more', () => {
  it('stands line by line, and nothing beside it', () => {
    const [shown] = viewOf([left()]).families
    expect(shown).toMatchObject({ title: '您已经不在“乐乐一家”了', hand: '交给管理人', handed: '' })
    expect(shown!.lines).toEqual([{ id: first!.id, when: '昨天 22:00', what: '乐乐 夜里醒了' }])
  })

  it('names what else was changed: weights, medicines, deletions', () => {
    const rows = [
      row('r1', { op: 'fact.create', content: { kind: 'weight', weightKg: 14.5 } }),
      row('r2', { op: 'fact.edit', content: { kind: 'product', name: '美林' } }),
      row('r3', { op: 'entry.delete', entryId: 'gone' }),
      row('r4', { op: 'duty.take' }),
    ]
    const what = viewOf([left({ rows })]).families[0]!.lines.map((line) => line.what)
    expect(what).toEqual(['体重 14.5 kg', '药箱 美林', '删除了一条', '一处改动'])
  })

  it('is handed over once, and says that it is in the owner’s hands and still here', () => {
    expect(viewOf([left()], {}, true).families[0]!.hand).toBe('正在交')
    const [handed] = viewOf([left({ waiting: 0, offered: 1 })]).families
    expect(handed).toMatchObject({ hand: '', handed: '1 条已交给管理人，这里也还留着。' })
  })

  it('says where nothing was left, and stops reminding when asked', () => {
    const lost = [{ familyId: 'f1', name: '乐乐一家' }]
    const view = viewOf([], { account: { lost } })
    expect(view.none).toBe('您已经不在“乐乐一家”了\n没有还没送到的记录。')
    expect(view.canDismiss).toBe(true)
    expect(viewOf([left()]).canDismiss).toBe(false)
  })
})
