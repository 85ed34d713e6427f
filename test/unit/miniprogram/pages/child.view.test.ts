import { newDraft, childContent } from '../../../../miniprogram/package-more/pages/child/child-draft.ts'
import { childView, type ChildPage } from '../../../../miniprogram/package-more/pages/child/child.view.ts'
import {
  isTooMuch,
  typedAfter,
  weightOf,
  weightQuestion,
  type WeightUnit,
} from '../../../../miniprogram/package-more/pages/child/weight-draft.ts'
import { childTexts } from '../../../../miniprogram/package-more/texts/child.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { shanghai } from '../../shared/support/record.ts'
import { screenOf } from '../support/screen-state.ts'

const PAGE: ChildPage = { id: 'child', draft: null, weight: null, isSaved: false }
const fresh = newDraft(480)
const view = (page: Partial<ChildPage> = {}, more: Parameters<typeof screenOf>[2] = {}) =>
  childView(screenOf([], 0, more), { ...PAGE, ...page }, shanghai, fresh)
const typed = (keys: string, unit: WeightUnit = 'kg') => ({
  typed: Array.from(keys).reduce(typedAfter, ''),
  unit,
  on: '2026-01-15',
})

describe('a weight being typed', () => {
  it('is shown in kg and 斤 at once, whichever is typed', () => {
    expect(view({ weight: { ...typed('14.2'), id: null } }).sheet).toMatchObject({
      figure: '14.2 kg',
      other: '= 28.4 斤',
    })
    expect(view({ weight: { ...typed('28.4', 'jin'), id: null } }).sheet).toMatchObject({
      figure: '28.4 斤',
      other: '= 14.2 kg',
      canSave: true,
    })
  })

  it('takes three digits, one point and two decimals, and gives them back one by one', () => {
    expect([typed('14.255').typed, typed('1..2').typed, typed('1234').typed, typed('.5').typed]).toEqual([
      '14.25',
      '1.2',
      '123',
      '5',
    ])
    expect(typedAfter('14.', 'backspace')).toBe('14')
  })

  it('is none before there is a number, and none above 200 kg', () => {
    expect([weightOf(typed('')), weightOf(typed('0')), weightOf(typed('200')), weightOf(typed('200.01'))]).toEqual([
      null,
      null,
      grams(200),
      null,
    ])
    expect([isTooMuch(typed('400', 'jin')), isTooMuch(typed('401', 'jin'))]).toEqual([false, true])
  })

  it('unlikely for the age is asked about, with the other unit where that would fit', () => {
    const child = { name: '乐乐', birthDate: '2022-11-03' as DateText, sex: null, timeZone: null }
    const ask = (draft: ReturnType<typeof typed>, kg: number[] = []) =>
      weightQuestion(
        draft,
        kg.map((one) => ({ on: '2026-01-10' as DateText, weight: grams(one) })),
        child,
        childTexts('zh'),
      )
    expect(ask(typed('14.2'))).toBeNull()
    expect(ask(typed('28.4'))).toBe(
      '您填的是 28.4 kg（56.8 斤），和这个年龄常见的差得多。会不会是 14.2 kg（28.4 斤）？',
    )
    expect(ask(typed('14.2', 'jin'))).toContain('会不会是 14.2 kg（28.4 斤）？')
    expect(ask(typed('17.1'), [14.2])).toBe('您填的是 17.1 kg（34.2 斤），和上一次差了两成以上。')
    expect(ask(typed('17.04'), [14.2])).toBeNull()
  })
})

describe('the page of a child', () => {
  it('shows an unlikely weight that nobody has confirmed as one to check', () => {
    const weights = [{ on: '2026-01-10' as DateText, weight: grams(28.4) }]
    expect(view({}, { record: { weights } }).weights).toMatchObject([
      { title: '28.4 kg（56.8 斤）', note: '请核对', side: '2026-01-10' },
    ])
  })

  it('says what is lacking: no weight, or an old one', () => {
    expect(view({}, { record: { weights: [] } }).weightNote).toContain('还没有体重')
    const old = [{ on: '2025-01-10' as DateText, weight: grams(13) }]
    expect(view({}, { record: { weights: old } }).weightNote).toContain('要新的体重')
  })

  it('can be saved once something is different and there is a name', () => {
    const kept = view().draft
    expect([view().canSave, view({ draft: { ...kept, name: '  ' } }).canSave]).toEqual([false, false])
    expect(view({ draft: { ...kept, name: '小满' } }).canSave).toBe(true)
    expect(view({ id: null, draft: { ...fresh, name: '小满' } })).toMatchObject({ isNew: true, canSave: true })
  })

  it('of a child that is gone says so', () => {
    expect(view({ id: 'nobody' }).gone?.title).toContain('不在了')
  })

  it('leaves what nobody has said unknown', () => {
    expect(childContent({ ...fresh, name: ' 小满 ' })).toEqual({
      kind: 'child',
      name: '小满',
      birthDate: null,
      sex: null,
      timeZone: 'Asia/Shanghai',
    })
    expect(newDraft(0).zone).toBe('phone')
  })
})
