import { SITES, type Site } from '../../../../shared/record/entry.ts'
import { asksForRecheck, AXILLARY_BANDS, gradeFever, isFebrile, type Grade } from '../../../../shared/fever/grade.ts'
import { isGradedSite, THRESHOLDS, thresholdOf } from '../../../../shared/fever/thresholds.ts'
import { MARKS } from '../../../../shared/evidence/source.ts'
import { centiCelsius, tenths, toTenths } from '../../../../shared/units/temperature.ts'

const graded = (celsius: number, site: Site): Grade => gradeFever(centiCelsius(celsius), site)

describe('the grade of an axillary reading', () => {
  it.each<[number, Grade]>([
    [37.4, 'none'],
    [37.44, 'none'],
    [37.45, 'low'],
    [37.5, 'low'],
    [38.04, 'low'],
    [38.05, 'moderate'],
    [38.1, 'moderate'],
    [38.94, 'moderate'],
    [38.95, 'high'],
    [39.0, 'high'],
    [40.94, 'high'],
    [40.95, 'hyperpyrexia'],
    [41.0, 'hyperpyrexia'],
    [42.0, 'hyperpyrexia'],
  ])('%s ℃ is %s', (celsius, grade) => {
    expect(graded(celsius, 'axillary')).toBe(grade)
  })
})

describe('a reading of another site', () => {
  it.each<[Site, number, Grade]>([
    ['rectal', 37.9, 'none'],
    ['rectal', 37.95, 'fever'],
    ['rectal', 41.5, 'fever'],
    ['tympanic', 37.9, 'none'],
    ['tympanic', 38.0, 'fever'],
    ['forehead', 37.94, 'none'],
    ['forehead', 38.0, 'fever'],
    ['oral', 37.7, 'none'],
    ['oral', 37.8, 'fever'],
    ['noncontact', 37.5, 'none'],
    ['noncontact', 41.0, 'none'],
  ])('%s %s ℃ is %s', (site, celsius, grade) => {
    expect(graded(celsius, site)).toBe(grade)
  })

  it('asks for one under the arm only when taken without contact', () => {
    expect(asksForRecheck(centiCelsius(37.44), 'noncontact')).toBe(false)
    expect(asksForRecheck(centiCelsius(37.45), 'noncontact')).toBe(true)
    expect(asksForRecheck(centiCelsius(39), 'axillary')).toBe(false)
  })
})

describe('the tables', () => {
  it('name a source and a mark in every row', () => {
    for (const row of [...Object.values(THRESHOLDS), ...AXILLARY_BANDS]) {
      expect(row.source).not.toBe('')
      expect(MARKS).toContain(row.mark)
    }
  })

  it('have a threshold for every site but the gun', () => {
    expect(SITES.filter((site) => thresholdOf(site) === null)).toEqual(['noncontact'])
    expect(SITES.filter((site) => !isGradedSite(site))).toEqual(['noncontact'])
  })

  it('agree: a reading is febrile exactly when its grade is not none', () => {
    for (const site of SITES) {
      for (let value = 3500; value <= 4200; value++) {
        const temperature = centiCelsius(value / 100)
        expect(gradeFever(temperature, site) !== 'none').toBe(isFebrile(toTenths(temperature), site))
      }
    }
    expect(isFebrile(tenths(42), 'noncontact')).toBe(false)
  })
})
