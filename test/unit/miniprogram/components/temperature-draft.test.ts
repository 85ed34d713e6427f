import fc from 'fast-check'
import {
  digitsOf,
  pressed,
  readingOfDigits,
  temperatureSheetView,
} from '../../../../miniprogram/components/temperature-sheet/temperature-draft.ts'
import { NOW } from '../../../../miniprogram/views/time-choice.ts'
import { centiCelsius, toFahrenheitTenths, toTenths } from '../../../../shared/units/temperature.ts'
import { context } from '../../../component/support/sheet-context.ts'

const press = (keys: readonly string[], unit: 'celsius' | 'fahrenheit' = 'celsius') =>
  keys.reduce((digits, key) => pressed(digits, key, unit), '')

describe('the digits of a temperature', () => {
  it('set their point by themselves', () => {
    expect(readingOfDigits(press(['3', '8', '5']), 'celsius')).toBe(3850)
    expect(readingOfDigits(press(['1', '0', '0', '4'], 'fahrenheit'), 'fahrenheit')).toBe(3800)
    expect(readingOfDigits(press(['9', '8', '6'], 'fahrenheit'), 'fahrenheit')).toBe(3700)
  })

  it('are no reading before they are complete', () => {
    for (const digits of ['', '3', '38']) expect(readingOfDigits(digits, 'celsius')).toBeNull()
    expect(readingOfDigits('100', 'fahrenheit')).toBeNull()
  })

  it('take no digit too many, and begin with no 0', () => {
    expect(press(['3', '8', '5', '7'])).toBe('385')
    expect(press(['1', '0', '1', '3', '9'], 'fahrenheit')).toBe('1013')
    expect(press(['0', '3'])).toBe('3')
    expect(press(['4', '0', '0'])).toBe('400')
  })

  it('go back one by one, or all at once', () => {
    expect(press(['3', '8', '5', 'backspace'])).toBe('38')
    expect(press(['3', '8', '5', 'clear'])).toBe('')
    expect(press(['backspace'])).toBe('')
  })

  it('of a reading that is there already stand for what is shown of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 450 }), (tenth) => {
        const reading = centiCelsius(tenth / 10)
        expect(readingOfDigits(digitsOf(reading, 'celsius'), 'celsius')).toBe(reading)
        const again = readingOfDigits(digitsOf(reading, 'fahrenheit'), 'fahrenheit')!
        expect(toFahrenheitTenths(again)).toBe(toFahrenheitTenths(reading))
        expect(Math.abs(toTenths(again) - toTenths(reading))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the sheet for a temperature', () => {
  const viewOf = (digits: string, more: object = {}) =>
    temperatureSheetView({ digits, site: 'axillary', time: NOW }, { ...context, ...more })

  it('names the child on its button', () => {
    expect(viewOf('385')).toMatchObject({ title: '体温 · 乐乐', saveText: '保存给乐乐', canSave: true })
  })

  it('shows what has been pressed with the point where it will be', () => {
    expect(['', '3', '38', '385'].map((digits) => viewOf(digits).figure)).toEqual(['–– . –', '3', '38.', '38.5'])
    expect(viewOf('1004', { unit: 'fahrenheit' }).figure).toBe('100.4')
  })

  it('gives the other unit beside a complete reading', () => {
    expect(viewOf('385').other).toBe('101.3 ℉')
    expect(viewOf('1013', { unit: 'fahrenheit' }).other).toBe('38.5 ℃')
    expect(viewOf('38').other).toBe('')
  })

  it('has no-contact apart from forehead', () => {
    expect(viewOf('').sites.map(({ name }) => name)).toEqual(['腋温', '耳温', '额温', '额温枪', '口温', '肛温'])
  })

  it('saves nothing that lies in the future', () => {
    const time = { kind: 'date', date: '2026-01-17', clock: '03:10' } as const
    expect(temperatureSheetView({ digits: '385', site: 'axillary', time }, context).canSave).toBe(false)
  })

  it('deletes only what is there already', () => {
    expect(viewOf('385').deleteText).toBe('')
    expect(viewOf('385', { isEdit: true })).toMatchObject({ title: '改体温', deleteText: '删除' })
  })
})
