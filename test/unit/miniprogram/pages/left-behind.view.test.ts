import { leftText } from '../../../../miniprogram/package-more/left-behind/left-text.ts'
import {
  leftBehindView,
  type LeftFiles,
} from '../../../../miniprogram/package-more/pages/left-behind/left-behind.view.ts'
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
  before: family,
  rows: [row('r1', { op: 'entry.create', entryId: first!.id })],
  waiting: 1,
  offered: 0,
  ...more,
})
const NO_FILES = { familyId: '', files: [] }
const viewOf = (all: readonly LeftFamily[], more: Difference = {}, isBusy = false, made: LeftFiles = NO_FILES) =>
  leftBehindView(screenOf([], '16T03:10', more), all, shanghai, isBusy, made)

describe('what was not sent to a family one is in no more', () => {
  it('stands line by line, and nothing beside it', () => {
    const [shown] = viewOf([left()]).families
    expect(shown).toMatchObject({ title: '您已经不在“乐乐一家”了', hand: '交给管理人', handed: '' })
    expect(shown!.lines).toEqual([{ id: first!.id, when: '昨天 22:00', what: '乐乐 夜里醒了' }])
  })

  const weight = { kind: 'weight', childId: 'c1', on: '2026-01-10', weightKg: 14.5, confirmed: false }
  const ingredients = [{ code: 'ibuprofen', mgPerMl: 20 }]
  const product = {
    kind: 'product',
    name: '美林',
    form: 'liquid',
    minAgeMonths: null,
    maxDosesPerDay: null,
    ingredients,
  }
  const others = [
    row('r1', { op: 'fact.create', content: weight }),
    row('r2', { op: 'fact.edit', content: product }),
    row('r3', { op: 'entry.delete', entryId: entries[1]!.id }),
    row('r4', { op: 'duty.take' }),
  ]
  const withoutSecond = { ...family, entries: family.entries.filter(({ id }) => id !== entries[1]!.id) }
  const changes = ['14.5 kg（29 斤） · 2026-01-10 称', '改成：美林 · 口服液 / 混悬液 · 布洛芬 20 mg/mL']

  it('names what else was changed, as the family would: weights, medicines, deletions', () => {
    const what = viewOf([left({ rows: others, family: withoutSecond })]).families[0]!.lines.map((line) => line.what)
    expect(what).toEqual([...changes, '删掉：喝了奶 · 昨天 23:30', '谁在值班'])
  })

  it('is copied whole, with its days, for whoever reads it later', () => {
    const all = left({
      rows: [row('r0', { op: 'entry.create', entryId: first!.id }), ...others],
      family: withoutSecond,
    })
    const text = leftText(all, screenOf([], '16T03:10'), shanghai)
    const logged = '1 月 15 日 22:00 乐乐 夜里醒了'
    expect(text.split('\n')).toEqual(['乐乐一家', logged, ...changes, '删掉：喝了奶 · 1 月 15 日 23:30', '谁在值班'])
  })

  it('is made a file for each child, which is then sent by a tap', () => {
    expect(viewOf([left()]).families[0]).toMatchObject({ file: '存成文件', files: [] })
    const made = { familyId: 'f1', files: [{ path: '/乐乐.shouwen.json', name: '乐乐.shouwen.json' }] }
    const [shown] = viewOf([left()], {}, false, made).families
    expect(shown).toMatchObject({ file: '', files: [{ title: '乐乐.shouwen.json 准备好了' }] })
    expect(viewOf([left({ rows: [], family: { ...family, children: [] } })]).families[0]!.file).toBe('')
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
