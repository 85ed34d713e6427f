import { markAlong, nearestMark } from '../../../../miniprogram/package-chart/components/fever-curve/nearest-mark.ts'

const mark = (x: number, y: number) => ({ x, y, entryIds: [`${x}`] })
const marks = [mark(10, 10), mark(30, 10), mark(200, 100)]

describe('the mark a finger means', () => {
  it('is the nearest in its reach', () => {
    expect(nearestMark(marks, 19, 12)).toBe(marks[0])
    expect(nearestMark(marks, 21, 12)).toBe(marks[1])
    expect(nearestMark(marks, 100, 50)).toBeNull()
    expect(nearestMark([], 0, 0)).toBeNull()
  })

  it('is the nearest in time when the finger slides along', () => {
    expect(markAlong(marks, 120)).toBe(marks[2])
    expect(markAlong([], 120)).toBeNull()
  })
})
