import fc from 'fast-check'
import { derivedId } from '../../../server/platform/derived-id.ts'
import { shiftToNow } from '../../../server/interchange/shift-file.ts'
import type { InterchangeJson } from '../../../shared/interchange/interchange-json.ts'
import { DAY, instant, parseStamp } from '../../../shared/time/instant.ts'

const note = (id: string, at: string) => ({ id, kind: 'note' as const, at, text: 'x' })
const FILE: InterchangeJson = {
  format: 'shouwen/1',
  child: { name: 'a', birthDate: '2024-02-29', weights: [{ at: '2025-12-31', kg: 14 }] },
  entries: [note('late', '2026-01-16T07:02:00+08:00'), note('early', '2026-01-15T10:10:00-05:30')],
}
const at = (text: string) => parseStamp(text)!.at

describe('a file that is moved to now', () => {
  it('ends on the same clock time, today or yesterday', () => {
    const moved = shiftToNow(FILE, at('2026-11-24T07:02:00+08:00'))
    expect(moved.entries!.map((entry) => entry.at)).toEqual(['2026-11-24T07:02:00+08:00', '2026-11-23T10:10:00-05:30'])
    expect(shiftToNow(FILE, instant(at('2026-11-24T07:02:00+08:00') - 1)).entries![0]!.at).toBe(
      '2026-11-23T07:02:00+08:00',
    )
    expect(moved.child).toEqual({ name: 'a', birthDate: '2025-01-06', weights: [{ at: '2026-11-08', kg: 14 }] })
  })

  it('may move back too, and without entries stays as it is', () => {
    expect(shiftToNow(FILE, at('2020-01-01T00:00:00Z')).entries![0]!.at).toBe('2020-01-01T07:02:00+08:00')
    expect(shiftToNow({ format: 'shouwen/1', child: { birthDate: '2024-01-01' } }, instant(0))).toEqual({
      format: 'shouwen/1',
      child: { birthDate: '2024-01-01' },
    })
  })

  it('keeps every distance in it, and ends less than a day before now', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 3), max: Date.UTC(2099, 0, 1) }), (ms) => {
        const moved = shiftToNow(FILE, instant(ms)).entries!.map((entry) => at(entry.at))
        const before = FILE.entries!.map((entry) => at(entry.at))
        expect(moved[0]! - moved[1]!).toBe(before[0]! - before[1]!)
        expect(Math.max(...moved)).toBeLessThanOrEqual(ms)
        expect(Math.max(...moved)).toBeGreaterThan(ms - DAY)
      }),
    )
  })
})

describe('a derived id', () => {
  it('is a UUID of version 5, the same for the same parts and another for others', () => {
    expect(derivedId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'))
    expect(derivedId('a', 'b')).not.toBe(derivedId('ab'))
    expect(derivedId('a', 'b')).not.toBe(derivedId('a","b'))
  })
})
