import * as fc from 'fast-check'
import { dragged, isWhole, within } from '../../../../miniprogram/package-chart/components/fever-curve/visible-span.ts'
import { LEAST_SPAN } from '../../../../shared/chart/fever-chart.ts'
import { at } from '../../shared/support/record.ts'

const span = (from: number, to: number) => ({ from: at(from), to: at(to) })
const day = span(0, 24)

describe('the time in sight', () => {
  it('keeps what is under the fingers under them', () => {
    expect(dragged(day, day, { from: 0.5, to: 0.5, scale: 2 })).toEqual(span(6, 18))
    expect(dragged(day, day, { from: 0.25, to: 0.5, scale: 4 })).toEqual(span(3, 9))
    expect(dragged(span(6, 18), day, { from: 0.5, to: 0.25, scale: 1 })).toEqual(span(9, 21))
  })

  it('never leaves the whole, nor shows less than 2 h', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true })
    const scale = fc.double({ min: 0.01, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.record({ from: share, to: share, scale }), { maxLength: 5 }), (drags) => {
        const seen = drags.reduce((before, drag) => dragged(before, day, drag), day)
        expect(seen.from).toBeGreaterThanOrEqual(day.from)
        expect(seen.to).toBeLessThanOrEqual(day.to)
        expect(seen.to - seen.from).toBeGreaterThanOrEqual(LEAST_SPAN)
      }),
    )
  })

  it('is whole again after as much drawing together as apart', () => {
    const near = dragged(day, day, { from: 0.3, to: 0.3, scale: 3 })
    expect(isWhole(near, day)).toBe(false)
    expect(isWhole(dragged(near, day, { from: 0.9, to: 0.9, scale: 1 / 3 }), day)).toBe(true)
  })

  it('stays where it is when the whole grows, and moves in when that shrinks', () => {
    expect(within(span(6, 12), span(0, 25))).toEqual(span(6, 12))
    expect(within(span(6, 12), span(8, 24))).toEqual(span(8, 14))
    expect(within(span(18, 24), span(0, 20))).toEqual(span(14, 20))
  })
})
