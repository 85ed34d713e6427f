import { oddWeight } from '../../../../shared/analysis/odd-weight.ts'
import type { DateText, Weight } from '../../../../shared/record/child.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { bornOn } from '../support/guard.ts'

const { child } = bornOn('2022-11-03')
const weighed = (on: string, kg: number): Weight => ({ on: on as DateText, weight: grams(kg) })

describe('an odd weight', () => {
  it.each([
    [11.999, ['far_from_last']],
    [12, []],
    [18, []],
    [18.001, ['far_from_last']],
    [30, ['outside_age_band', 'far_from_last']],
  ])('%s kg after 15 kg', (kg, expected) => {
    expect(oddWeight(weighed('2026-01-10', kg), [weighed('2025-12-01', 15)], child)).toEqual(expected)
  })

  it('is held against the last one before it only', () => {
    const others = [
      weighed('2025-12-01', 15),
      weighed('2025-06-01', 10),
      weighed('2026-02-01', 40),
      weighed('2026-01-10', 30),
    ]
    expect(oddWeight(weighed('2026-01-10', 15.5), others, child)).toEqual([])
    expect(oddWeight(weighed('2025-05-01', 15.5), others, child)).toEqual([])
  })
})
