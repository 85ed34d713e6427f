import { PALETTES, THEMES } from '../../../../shared/chart/palette.ts'
import { temperatureColour } from '../../../../shared/chart/temperature-colour.ts'
import { tenths } from '../../../../shared/units/temperature.ts'

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => channel(parseInt(colour.slice(start, start + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each(THEMES)('the %s palette', (theme) => {
  const palette = PALETTES[theme]

  it('has text at 4.5 : 1 and marks at 3 : 1 on card and background', () => {
    for (const ground of [palette.card, palette.background]) {
      for (const text of [palette.ink, palette.secondary]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
      const marks = [palette.paracetamol, palette.ibuprofen, palette.otherMedicine, ...palette.temperatures]
      for (const mark of marks) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it('mixes the colours of temperatures between its stops', () => {
    const colours = [35, 36.5, 37, 37.5, 38.5, 39.5, 41, 43].map((celsius) =>
      temperatureColour(tenths(celsius), palette),
    )
    const [a, b, c, d, e] = palette.temperatures
    expect(colours).toEqual([a, a, colours[2], b, c, d, e, e])
    expect(colours[2]).toMatch(/^#[0-9A-F]{6}$/)
    expect([a, b]).not.toContain(colours[2])
  })
})
