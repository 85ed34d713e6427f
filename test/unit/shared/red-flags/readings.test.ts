import type { Site } from '../../../../shared/record/entry.ts'
import { flag, flagsOf, rulesOf } from '../support/flags.ts'
import { bornOn } from '../support/guard.ts'
import { temperature as t } from '../support/record.ts'

describe('R1, under three months', () => {
  const isFlagged = (celsius: number, site: Site, birthDate: string | null) =>
    rulesOf([t(12, celsius, site)], 12, bornOn(birthDate)).includes('R1')

  it.each<[number, Site, boolean]>([
    [37.4, 'axillary', false],
    [37.44, 'axillary', false],
    [37.45, 'axillary', true],
    [37.5, 'axillary', true],
    [37.9, 'rectal', false],
    [37.94, 'tympanic', false],
    [38.0, 'rectal', true],
    [38.0, 'oral', true],
    [36.0, 'axillary', false],
    [35.95, 'rectal', false],
    [35.9, 'rectal', true],
    [35.9, 'axillary', true],
    [39.5, 'noncontact', false],
    [35.0, 'noncontact', false],
  ])('%s ℃, %s: %s', (celsius, site, expected) => {
    expect(isFlagged(celsius, site, '2025-10-16')).toBe(expected)
    expect(isFlagged(celsius, site, '2025-10-15')).toBe(false)
    expect(isFlagged(celsius, site, null)).toBe(false)
  })

  it('is urgent, names its readings and tells the worst of them', () => {
    const list = [t(1, 38.1), t(2, 38.4), t(3, 37.2), t(4, 36.5)]
    expect(flag('R1', list, 5, bornOn('2025-12-01'))).toEqual([
      {
        rule: 'R1',
        level: 'now',
        entryIds: ['t@1', 't@2'],
        source: 'NICE NG143; AAP HealthyChildren',
        values: { celsius: 38.4, site: 'axillary' },
        gaps: [],
      },
    ])
    const cold = [t(1, 38.4), t(2, 35.5), t(3, 38.9)]
    expect(flag('R1', cold, 5, bornOn('2025-12-01'))[0]!.values.celsius).toBe(35.5)
  })

  it('goes by the age at the time of the reading', () => {
    const list = [t('15T23:59', 38.2), t('16T00:00', 38.2)]
    expect(flag('R1', list, '16T01:00', bornOn('2025-10-16'))[0]!.entryIds).toEqual(['t@15T23:59'])
  })
})

describe('R2, three to under six months', () => {
  it.each([
    [38.9, '2025-10-15', false],
    [38.94, '2025-10-15', false],
    [39.0, '2025-10-15', true],
    [39.0, '2025-07-16', true],
    [39.0, '2025-07-15', false],
    [39.0, '2025-10-16', false],
    [39.0, null, false],
  ])('%s ℃, born %s: %s', (celsius, birthDate, expected) => {
    expect(rulesOf([t(12, celsius)], 12, bornOn(birthDate)).includes('R2')).toBe(expected)
  })

  it('is for the same day', () => {
    expect(flag('R2', [t(12, 39.2)], 12, bornOn('2025-09-01'))[0]).toMatchObject({
      level: 'same_day',
      source: 'NICE NG143',
    })
  })
})

describe('R5, above 40 more than once', () => {
  it.each<[string, number[], [number, number], string[]]>([
    ['an hour apart', [0, 1], [40.1, 40.1], ['t@0', 't@1']],
    ['a minute less than an hour', [0, 0.983], [40.1, 40.1], []],
    ['24 hours apart', [0, 24], [40.1, 40.1], ['t@0', 't@24']],
    ['more than 24 hours', [0, 24.02], [40.1, 40.1], []],
    ['40.0 is not above', [0, 2], [40.1, 40.0], []],
  ])('%s', (_, times, values, expected) => {
    const list = times.map((time, index) => t(time, values[index]!))
    const [found] = flag('R5', list, 25)
    expect(found?.entryIds ?? []).toEqual(expected)
  })

  it('names all that have another one far enough away', () => {
    const list = [t(0, 40.3), t(0.5, 40.2), t(1.2, 40.5), t(3, 40.1, 'rectal')]
    expect(flag('R5', list, 4)[0]).toMatchObject({
      level: 'same_day',
      entryIds: ['t@0', 't@0.5', 't@1.2', 't-rectal@3'],
      values: { celsius: 40.5 },
    })
  })
})

describe('R6, from 41', () => {
  it.each<[number, Site, boolean]>([
    [40.94, 'axillary', false],
    [40.95, 'axillary', true],
    [41.0, 'tympanic', true],
    [41.5, 'noncontact', false],
  ])('%s ℃, %s: %s', (celsius, site, expected) => {
    expect(rulesOf([t(0, celsius, site)], 1).includes('R6')).toBe(expected)
  })

  it('comes first of all', () => {
    const found = flagsOf([t(0, 40.5), t(2, 41.2)], 3)
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([
      ['R6', 'now'],
      ['R5', 'same_day'],
    ])
  })
})

describe('how far back is looked', () => {
  it('is a week, or the present illness, and never later than now', () => {
    expect(rulesOf([t('16T00:00', 41)], '23T00:00')).toContain('R6')
    expect(rulesOf([t('16T00:00', 41)], '23T00:01')).toEqual([])
    const long = Array.from({ length: 20 }, (_, index) => t(12 * index, index === 0 ? 41 : 38.5))
    expect(rulesOf(long, 12 * 19)).toContain('R6')
    expect(rulesOf([t('16T00:00', 41)], '15T23:59')).toEqual([])
  })
})
