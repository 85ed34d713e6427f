import type { DoseDraft } from '../../../../miniprogram/components/dose-sheet/dose-draft.ts'
import { doseSheetView } from '../../../../miniprogram/components/dose-sheet/dose-sheet.view.ts'
import { productCards } from '../../../../miniprogram/components/dose-sheet/product-card.ts'
import { textsIn } from '../../../../miniprogram/texts/texts.ts'
import { NOW } from '../../../../miniprogram/views/time-choice.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { context, NIGHT } from '../../../component/support/sheet-context.ts'
import { COLD_REMEDY, MEILIN, TYLENOL, meilin, recordOf, shanghai } from '../../shared/support/record.ts'

const frame = { now: NIGHT, zone: shanghai, language: 'zh', texts: textsIn('zh') } as const
const products = [COLD_REMEDY, TYLENOL, MEILIN]
const cabinet = (record: ChildRecord = recordOf([], { products })) => productCards(record, frame)

const draft: DoseDraft = {
  productId: 'meilin',
  isChosen: true,
  name: '',
  antipyretic: 'unknown',
  amount: 5000,
  typed: null,
  outcome: null,
  time: NOW,
}
const viewOf = (more: Partial<DoseDraft> = {}, weight: number | null = 14.2, cards = cabinet()) =>
  doseSheetView({ ...draft, ...more }, { context, cards, weight: weight === null ? null : grams(weight) })

describe('the cabinet as cards', () => {
  it('has what was given last first, with the amount of that time', () => {
    const cards = cabinet(recordOf([meilin('16T01:05', 4)], { products }))
    expect(cards[0]).toMatchObject({ name: '美林', lastAmount: 4000, mark: 'ibuprofen' })
    expect(cards.slice(1).every(({ lastAmount }) => lastAmount === null)).toBe(true)
  })

  it('says when each antipyretic was last given, of whatever product', () => {
    const cards = cabinet(recordOf([meilin('16T01:05', 4)], { products }))
    expect(cards.find(({ product }) => product.id === 'meilin')?.last).toEqual(['布洛芬 上次 01:05，2 小时 5 分前'])
    expect(cards.find(({ product }) => product.id === 'huangnamin')?.last).toEqual(['对乙酰氨基酚 24 小时内没记过'])
  })
})

describe('the sheet for a dose', () => {
  it('says what the amount holds, in mg and mg/kg', () => {
    expect(viewOf()).toMatchObject({ amount: '5 mL', contains: '100 mg · 7 mg/kg' })
  })

  it('names the ingredients where there are several', () => {
    const { contains } = viewOf({ productId: 'huangnamin', amount: 1000 })
    expect(contains.split('\n')).toEqual(['对乙酰氨基酚 125 mg · 8.8 mg/kg', '氯苯那敏 0.5 mg · 0.04 mg/kg'])
  })

  it('says that there is no weight rather than reckon by one', () => {
    expect(viewOf({}, null).contains).toBe('100 mg\n没有体重，算不出 mg/kg')
  })

  it('says that a strength is missing rather than guess it', () => {
    const unread = { ...MEILIN, ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }] }
    expect(viewOf({}, 14.2, cabinet(recordOf([], { products: [unread] }))).contains).toBe('含量算不出来')
  })

  it('counts sachets in sachets, and says so when nobody knows how much', () => {
    expect(viewOf({ productId: 'huangnamin', amount: 500 }).amount).toBe('0.5 袋')
    expect(viewOf({ amount: null })).toMatchObject({ amount: '没记清', contains: '', canLess: false })
  })

  it('offers less only while a step is left', () => {
    expect(viewOf({ amount: 1000 }).canLess).toBe(true)
    expect(viewOf({ amount: 500 }).canLess).toBe(false)
  })

  it('shows what is being typed as it is', () => {
    expect(viewOf({ typed: '3.', amount: 3000 })).toMatchObject({ amount: '3. mL', isTyping: true })
    expect(viewOf({ typed: '', amount: null }).amount).toBe('– mL')
  })

  it('asks for a medicine first, and for a name where it has none', () => {
    expect(viewOf({ isChosen: false, productId: null })).toMatchObject({
      canSave: false,
      saveNote: '先选喂的是哪种药',
      showsAmount: false,
    })
    expect(viewOf({ productId: null, name: ' ' })).toMatchObject({ canSave: false, saveNote: '写下药名再记' })
    expect(viewOf({ productId: null, name: '阿莫西林' })).toMatchObject({ canSave: true, isOther: true })
  })

  it('asks what became of it only of a dose that is there already', () => {
    expect(viewOf().outcomeLabel).toBe('')
    const edit = doseSheetView(draft, { context: { ...context, isEdit: true }, cards: cabinet(), weight: null })
    expect(edit).toMatchObject({ title: '改用药', outcomeLabel: '喂进去了吗', outcome: 'kept', deleteText: '删除' })
  })

  it('says that the cabinet is empty, and still takes another medicine', () => {
    const view = viewOf({ isChosen: false, productId: null }, null, [])
    expect(view.productsLabel).toContain('药箱还是空的')
    expect(view.products.map(({ name }) => name)).toEqual(['别的药'])
  })
})
