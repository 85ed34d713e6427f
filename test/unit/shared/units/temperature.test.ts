import * as fc from 'fast-check'
import {
  centiCelsius,
  centiToCelsius,
  formatTenths,
  fromFahrenheit,
  tenths,
  tenthsToCelsius,
  toFahrenheitTenths,
  toTenths,
} from '../../../../shared/units/temperature.ts'

describe('a temperature', () => {
  it.each([
    [37.44, '37.4'],
    [37.449, '37.4'],
    [37.4499999, '37.4'],
    [37.45, '37.5'],
    [37.54, '37.5'],
    [38.95, '39.0'],
    [38.29, '38.3'],
    [38, '38.0'],
    [40.95, '41.0'],
  ])('%s ℃ is shown as %s', (celsius, shown) => {
    expect(formatTenths(toTenths(centiCelsius(celsius)))).toBe(shown)
  })

  it('keeps every value of two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 5000 }), (value) => {
        expect(centiCelsius(value / 100)).toBe(value)
        expect(centiToCelsius(centiCelsius(value / 100))).toBe(value / 100)
      }),
    )
  })

  it.each([
    [98.6, '37.0', 986],
    [99.4, '37.4', 994],
    [101.3, '38.5', 1013],
    [102.0, '38.9', 1020],
  ])('%s ℉ is %s ℃ and back', (fahrenheit, celsius, back) => {
    const value = fromFahrenheit(fahrenheit)
    expect(formatTenths(toTenths(value))).toBe(celsius)
    expect(toFahrenheitTenths(value)).toBe(back)
  })

  it('of a table is in tenths', () => {
    expect([tenths(37.5), tenthsToCelsius(tenths(37.8))]).toEqual([375, 37.8])
  })
})
