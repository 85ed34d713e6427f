import * as fc from 'fast-check'
import { micrograms, microlitres, milliPieces, toCount, toMg, toMl } from '../../../../shared/units/medicine.ts'
import { grams, toJin, toKg } from '../../../../shared/units/weight.ts'

describe('amounts', () => {
  it('keep three decimals both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        const amount = thousandths / 1000
        expect([
          toMg(micrograms(amount)),
          toMl(microlitres(amount)),
          toCount(milliPieces(amount)),
          toKg(grams(amount)),
        ]).toEqual(Array(4).fill(amount))
      }),
    )
  })

  it('are told in 斤 too, half a kilogram each', () => {
    expect(toJin(grams(14.2))).toBe(28.4)
  })
})
