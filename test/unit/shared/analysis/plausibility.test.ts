import { findImplausible } from '../../../../shared/analysis/plausibility.ts'
import { ANALYSIS_LIMITS } from '../../../../shared/analysis/limits.ts'
import { CURVE_LIMITS } from '../../../../shared/curve/limits.ts'
import { MARKS } from '../../../../shared/evidence/source.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { ibuprofen, temperature as t } from '../support/record.ts'

const odd = (...list: Entry[]) => findImplausible(list).map(({ entryId, reason }) => [entryId, reason])

describe('an odd value', () => {
  it.each([
    [33.94, 'too_low'],
    [33.95, null],
    [34.0, null],
    [42.5, null],
    [42.54, null],
    [42.55, 'too_high'],
    [93.1, 'too_high'],
    [93.2, 'other_unit'],
    [101.3, 'other_unit'],
    [108.5, 'other_unit'],
    [108.7, 'too_high'],
  ])('%s: %s', (celsius, reason) => {
    expect(odd(t(0, celsius, 'axillary', 'x'), ibuprofen(0))).toEqual(reason ? [['x', reason]] : [])
  })
})

describe('a change', () => {
  it.each([
    // ℃ after 38.0, minutes later
    [37.0, 24, false],
    [37.0, 23, true],
    [39.0, 23, true],
    [37.1, 1, false],
    [37.1, 0, false],
    [37.0, 0, true],
    [40.5, 60, false],
    [40.6, 60, true],
  ])('from 38.0 to %s in %s min is too fast: %s', (celsius, minutes, expected) => {
    const list = [t(0, 38, 'axillary', 'a'), t(minutes / 60, celsius, 'axillary', 'b')]
    expect(odd(...list)).toEqual(expected ? [['b', 'changed_too_fast']] : [])
    const inverse = [t(0, 38, 'axillary', 'a'), t(minutes / 60, celsius, 'rectal', 'b')]
    expect(odd(...inverse)).toEqual([])
  })

  it('is told besides an odd value, against the last of the site', () => {
    expect(odd(t(0.1, 43, 'axillary', 'b'), t(0, 38, 'axillary', 'a'), t(0.2, 39, 'rectal', 'c'))).toEqual([
      ['b', 'too_high'],
      ['b', 'changed_too_fast'],
    ])
  })
})

describe('the figures', () => {
  it('each name a source and a mark', () => {
    for (const limit of [...Object.values(ANALYSIS_LIMITS), ...Object.values(CURVE_LIMITS)]) {
      expect(limit.source).not.toBe('')
      expect(MARKS).toContain(limit.mark)
    }
  })
})
