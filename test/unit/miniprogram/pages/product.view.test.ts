import {
  EMPTY,
  faultOf,
  presetDraft,
  PRESETS,
  productContent,
  strengthOf,
  type ProductDraft,
} from '../../../../miniprogram/package-more/pages/product/product-draft.ts'
import { productView, strengthQuestion } from '../../../../miniprogram/package-more/pages/product/product.view.ts'
import { toMg } from '../../../../shared/units/medicine.ts'
import { shanghai } from '../../shared/support/record.ts'
import { screenOf } from '../support/screen-state.ts'

const syrup = (mg: string, inMl = '1', more: Partial<ProductDraft> = {}): ProductDraft => ({
  ...EMPTY,
  name: '美林',
  ingredients: [{ code: 'ibuprofen', mg, inMl }],
  ...more,
})
const eachMl = (mg: string, inMl: string) => {
  const each = strengthOf({ code: 'ibuprofen', mg, inMl }, 'liquid')
  return each == null ? each : toMg(each)
}

describe('a medicine copied from its box', () => {
  it('reckons its strength as the box says it: so many mg in so many mL', () => {
    expect([eachMl('100', '5'), eachMl('2000', '100'), eachMl('20', ''), eachMl('', '5')]).toEqual([20, 20, 20, null])
    expect([eachMl('x', '5'), eachMl('5', '0'), eachMl('-1', '1')]).toEqual([undefined, undefined, undefined])
  })

  it('asks about 100 mg in one mL, and not about 100 mg in five', () => {
    expect(strengthQuestion(syrup('100'), 'zh')).toBe(
      '布洛芬您填的是 100 mg/mL。药盒上是不是写“每 5 mL”？那就是 20 mg/mL。',
    )
    expect(strengthQuestion(syrup('100', '5'), 'zh')).toBe('')
    expect(strengthQuestion(syrup('20', '1', { form: 'drops' }), 'zh')).toContain('滴剂和混悬液别弄混')
  })

  it('begins with what a known leaflet says, and asks nothing about it', () => {
    for (const known of PRESETS) {
      const draft = presetDraft(known)
      expect([faultOf(draft), strengthQuestion(draft, 'zh')]).toEqual([null, ''])
    }
  })

  it('says what is wrong with a figure, and keeps to the limits of a label', () => {
    const faults = [
      syrup('20', '1', { name: ' ' }),
      syrup('abc'),
      syrup('20', '1', { minAge: '217' }),
      syrup('20', '1', { maxDoses: '0' }),
      syrup('20', '1', { minAge: '216', maxDoses: '24' }),
    ].map(faultOf)
    expect(faults).toEqual(['needs', 'needsMg', 'badAge', 'badDoses', null])
  })

  it('keeps pieces as pieces, and what nobody has read as unknown', () => {
    const content = productContent(syrup('150', '1', { form: 'suppository', openedOn: '2026-01-10' }))
    expect(content).toMatchObject({ openedOn: '2026-01-10', minAgeMonths: null })
    expect(content.ingredients).toEqual([{ code: 'ibuprofen', mgPerMl: null, mgPerUnit: 150 }])
    expect(productContent(syrup('')).ingredients).toEqual([{ code: 'ibuprofen', mgPerMl: null, mgPerUnit: null }])
  })

  it('of a name that often hides paracetamol asks to look', () => {
    const page = (draft: ProductDraft) => productView(screenOf([], 0), { id: null, draft, isSaved: false }, shanghai)
    expect(page({ ...EMPTY, name: '感冒灵颗粒' }).contentsNote).toContain('对乙酰氨基酚')
    expect(page(syrup('20')).contentsNote).toBe('')
  })
})
