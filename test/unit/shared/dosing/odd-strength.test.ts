import { oddStrengths } from '../../../../shared/dosing/odd-strength.ts'
import type { ProductForm } from '../../../../shared/record/product.ts'
import { micrograms, toMg } from '../../../../shared/units/medicine.ts'

const said = (name: string, form: ProductForm, code: string, mg: number) => {
  const isMl = form === 'liquid' || form === 'drops'
  const part = { code, perMl: isMl ? micrograms(mg) : null, perPiece: isMl ? null : micrograms(mg) }
  return oddStrengths({ name, form, ingredients: [part] }).map(({ reason, likely }) => [
    reason,
    likely === null ? null : toMg(likely),
  ])
}

describe('a strength copied from a label', () => {
  it.each([
    ['美林', 'liquid', 'ibuprofen', 20],
    ['美林', 'drops', 'ibuprofen', 40],
    ['泰诺林', 'drops', 'paracetamol', 100],
    ['泰诺林', 'liquid', 'paracetamol', 32],
    ['复方小儿退热栓', 'suppository', 'paracetamol', 150],
    ['小儿氨酚黄那敏颗粒', 'sachet', 'paracetamol', 125],
    // No label of these is known: nothing can be said of them.
    ['阿莫西林', 'liquid', 'amoxicillin', 50],
    ['对乙酰氨基酚片', 'tablet', 'paracetamol', 300],
  ] as const)('as it stands there is not asked about: %s, %s', (name, form, code, mg) => {
    expect(said(name, form, code, mg)).toEqual([])
  })

  it.each([
    ['100 mg/5 mL as 100 in one', 'liquid', 'ibuprofen', 100, 'per_5_ml', 20],
    ['160 mg/5 mL as 160 in one', 'liquid', 'paracetamol', 160, 'per_5_ml', 32],
    ['the whole bottle, 100 mL:2 g', 'liquid', 'ibuprofen', 2000, 'whole_bottle', 20],
    ['the whole bottle, 15 mL:0.6 g', 'drops', 'ibuprofen', 600, 'whole_bottle', 40],
    ['the whole bottle, 15 mL:1.5 g', 'drops', 'paracetamol', 1500, 'whole_bottle', 100],
    ['3.2 % as 3.2 mg', 'liquid', 'paracetamol', 3.2, 'percent', 32],
    ['2 g/100 mL as 2 mg', 'liquid', 'ibuprofen', 2, 'percent', 20],
    ['0.1 g/mL as 0.1 mg', 'drops', 'paracetamol', 0.1, 'grams', 100],
    ['the drops for the suspension', 'liquid', 'ibuprofen', 40, 'other_form', null],
    ['the suspension for the drops', 'drops', 'paracetamol', 32, 'other_form', null],
    ['a digit too many', 'liquid', 'ibuprofen', 21, 'unlike_label', null],
    ['0.15 g as 0.15 mg', 'suppository', 'paracetamol', 0.15, 'grams', 150],
    ['just more than ever at once', 'tablet', 'paracetamol', 600.001, 'over_a_dose', null],
    ['just more than ever at once, ibuprofen', 'capsule', 'ibuprofen', 400.001, 'over_a_dose', null],
  ] as const)('is asked about: %s', (_, form, code, mg, reason, likely) => {
    expect(said('药', form, code, mg)).toEqual([[reason, likely]])
  })

  it('is held against the label its name is of', () => {
    expect(said('小儿氨酚黄那敏颗粒', 'sachet', 'paracetamol', 100)).toEqual([['unlike_label', null]])
    expect(said('另一种颗粒', 'sachet', 'paracetamol', 100)).toEqual([])
    expect(said('药', 'tablet', 'paracetamol', 600)).toEqual([])
  })

  it('that nobody has read is not odd', () => {
    const ingredients = [{ code: 'ibuprofen', perMl: null, perPiece: null }]
    expect(oddStrengths({ name: '美林', form: 'liquid', ingredients })).toEqual([])
  })
})
