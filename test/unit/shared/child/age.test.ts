import { completedMonths, daysSince } from '../../../../shared/child/age.ts'
import { CONDITIONS, conditionOf } from '../../../../shared/child/conditions.ts'
import { parseDate, type DateText } from '../../../../shared/time/date.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'

const shanghai = fixedZone(480)
const at = (text: string) => parseStamp(text)!.at
const born = (text: string) => text as DateText

describe('age', () => {
  it.each([
    // born, moment, months, days
    ['2025-10-16', '2026-01-15T23:59:00+08:00', 2, 91],
    ['2025-10-16', '2026-01-16T00:00:00+08:00', 3, 92],
    ['2025-10-16', '2026-01-15T16:00:00Z', 3, 92],
    ['2025-11-30', '2026-02-28T12:00:00+08:00', 2, 90],
    ['2025-11-30', '2026-03-01T12:00:00+08:00', 3, 91],
    ['2024-02-29', '2026-02-28T12:00:00+08:00', 23, 730],
    ['2024-02-29', '2026-03-01T12:00:00+08:00', 24, 731],
    ['2026-01-16', '2026-01-15T12:00:00+08:00', -1, -1],
  ])('of a child born %s at %s', (date, moment, months, days) => {
    expect(completedMonths(born(date), at(moment), shanghai)).toBe(months)
    expect(daysSince(born(date), at(moment), shanghai)).toBe(days)
  })

  it('refuses what is no date', () => {
    expect(() => completedMonths(born('2026-02-30'), at('2026-03-01T00:00:00Z'), shanghai)).toThrow(RangeError)
    expect([parseDate('2026-02-30'), parseDate('26-02-01'), parseDate('2024-02-29')]).toEqual([
      null,
      null,
      { year: 2024, month: 2, day: 29 },
    ])
  })
})

describe('conditions', () => {
  it('are found by code, each once', () => {
    expect(conditionOf('ibuprofen_allergy')?.zh).toBe('布洛芬过敏')
    expect(conditionOf('nothing')).toBeNull()
    expect(new Set(CONDITIONS.map((term) => term.code)).size).toBe(CONDITIONS.length)
  })
})
