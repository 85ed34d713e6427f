import {
  asksForContents,
  ingredientsInName,
  KNOWN_PRODUCTS,
  labelDoseFor,
  productsNamed,
} from '../../../../shared/dosing/known-products.ts'
import { referenceRange } from '../../../../shared/dosing/reference-range.ts'
import { ingredientOf } from '../../../../shared/dosing/ingredients.ts'
import { MARKS } from '../../../../shared/evidence/source.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { micrograms } from '../../../../shared/units/medicine.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { COLD_REMEDY, MEILIN, TYLENOL } from '../support/record.ts'

const drops: Product = { ...MEILIN, form: 'drops', ingredients: [{ ...MEILIN.ingredients[0]!, perMl: micrograms(40) }] }
const paracetamolDrops: Product = {
  ...TYLENOL,
  form: 'drops',
  ingredients: [{ code: 'paracetamol', perMl: micrograms(100), perPiece: null }],
}
const unread: Product = { ...MEILIN, ingredients: [{ ...MEILIN.ingredients[0]!, perMl: null }] }

describe('the products of the formulary', () => {
  it('have a source, a mark, names and ingredients the rules know', () => {
    for (const product of KNOWN_PRODUCTS) {
      expect(MARKS).toContain(product.mark)
      expect(product.source.length).toBeGreaterThan(5)
      expect(product.names.length).toBeGreaterThan(0)
      for (const { code } of product.ingredients) expect(ingredientOf(code)).not.toBeNull()
    }
  })

  it('stay within what their ingredient may be given, at every weight of the label', () => {
    for (const { ingredients, labelDoses } of KNOWN_PRODUCTS) {
      for (const { code, perMl, perPiece } of ingredients) {
        const most = { paracetamol: 15, ibuprofen: 10 }[code]
        if (most === undefined) continue
        for (const row of labelDoses)
          expect(((perMl ?? perPiece ?? NaN) / 1000) * row.most).toBeLessThanOrEqual(most * row.fromKg + 1e-9)
      }
    }
  })

  it.each([
    ['美林', [40, 20]],
    ['泰诺林', [100, 32]],
    ['美林 布洛芬混悬滴剂', [40, 20]],
    ['百服宁', [32]],
    ['999 小儿氨酚黄那敏颗粒', [null]],
    ['阿莫西林', []],
  ])('%s may be any of these strengths: %s', (name, strengths) => {
    const found = productsNamed(name).map(({ ingredients }) => ingredients[0]!.perMl)
    expect(found).toEqual(strengths.map((mg) => (mg === null ? null : micrograms(mg))))
  })
})

describe('the amount of a label', () => {
  it.each<[string, Product, number, [number, number] | null]>([
    ['suspension', MEILIN, 9.999, null],
    ['suspension', MEILIN, 10, [4, 4]],
    ['suspension', MEILIN, 15, [4, 4]],
    ['suspension between two rows', MEILIN, 15.5, null],
    ['suspension', MEILIN, 16, [5, 5]],
    ['suspension', MEILIN, 32, [10, 10]],
    ['suspension', MEILIN, 32.001, null],
    ['drops of the same name', drops, 10, [1.875, 1.875]],
    ['paracetamol', TYLENOL, 13, [3, 3]],
    ['paracetamol drops', paracetamolDrops, 10, [1, 1.5]],
    ['paracetamol drops', paracetamolDrops, 15, [1, 1.5]],
    ['paracetamol drops', paracetamolDrops, 16, [1.5, 2]],
    ['paracetamol drops', paracetamolDrops, 22, [2, 3]],
    ['paracetamol drops', paracetamolDrops, 32, [3, 3.5]],
    ['a compound', { ...COLD_REMEDY, ingredients: KNOWN_PRODUCTS[5]!.ingredients }, 14, [0.5, 1]],
  ])('%s at its strength for %s kg', (_, product, kg, expected) => {
    const found = labelDoseFor(product, grams(kg))
    expect(found && [found.least, found.most]).toEqual(expected)
  })

  it('does not exist without the strength, for a strength no leaflet has, or for a part of a compound', () => {
    const weight = grams(14)
    const strange = { ...MEILIN, ingredients: [{ ...MEILIN.ingredients[0]!, perMl: micrograms(30) }] }
    const other = { ...MEILIN, ingredients: [{ ...MEILIN.ingredients[0]!, code: 'paracetamol' }] }
    for (const product of [unread, strange, other, COLD_REMEDY, { ...MEILIN, ingredients: [] }])
      expect(labelDoseFor(product, weight)).toBeNull()
    const amantadine = { code: 'amantadine', perMl: null, perPiece: null }
    const flu = {
      ...COLD_REMEDY,
      ingredients: [{ code: 'paracetamol', perMl: null, perPiece: micrograms(100) }, amantadine],
    }
    expect(labelDoseFor(flu, weight)).toBeNull()
    const more = { ...MEILIN, ingredients: [...MEILIN.ingredients, amantadine] }
    expect(labelDoseFor(more, weight)).toBeNull()
    const compound = KNOWN_PRODUCTS[5]!.ingredients
    for (const index of compound.keys()) {
      const changed = compound.map((part, at) => (at === index ? { ...part, perPiece: micrograms(77) } : part))
      expect(labelDoseFor({ ...COLD_REMEDY, ingredients: changed }, weight)).toBeNull()
    }
  })
})

describe('names', () => {
  it.each([
    ['安乃近片', ['metamizole']],
    ['小儿解热栓', ['metamizole']],
    ['重感灵', ['metamizole']],
    ['尼美舒利分散片', ['nimesulide']],
    ['阿司匹林', ['aspirin']],
    ['复方小儿退热栓', []],
    ['布洛芬混悬液', []],
    ['对乙酰氨基酚片', []],
    ['双氯芬酸栓', []],
    [null, []],
  ])('%s gives away %s', (name, expected) => {
    expect(ingredientsInName(name)).toEqual(expected)
  })

  it('make one ask whether there is paracetamol in it', () => {
    expect(['氨酚烷胺', '酚麻美敏', '美息伪麻', '小儿感冒灵', '布洛芬'].map(asksForContents)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

describe('the reference range', () => {
  it('is a range of one dose at a weight and a strength, cut off and capped', () => {
    expect(referenceRange('paracetamol', grams(14.2), micrograms(32))).toEqual({
      least: 142_000,
      most: 213_000,
      leastVolume: 4437,
      mostVolume: 6656,
    })
    expect(referenceRange('ibuprofen', grams(14.2), micrograms(40))).toEqual({
      least: 71_000,
      most: 142_000,
      leastVolume: 1775,
      mostVolume: 3550,
    })
    expect(referenceRange('ibuprofen', grams(50), micrograms(20))).toMatchObject({ least: 250_000, most: 400_000 })
    expect(referenceRange('paracetamol', grams(70), micrograms(32))).toMatchObject({ least: 600_000, most: 600_000 })
  })

  it('does not exist without the strength', () => {
    expect(referenceRange('ibuprofen', grams(14.2), null)).toBeNull()
  })
})
