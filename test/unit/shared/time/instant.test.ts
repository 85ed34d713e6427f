import { formatStamp, parseStamp } from '../../../../shared/time/instant.ts'

describe('a stamp', () => {
  it.each([
    ['2026-01-15T22:10:00+08:00', '2026-01-15T22:10:00+08:00'],
    ['2026-01-15T22:10+08:00', '2026-01-15T22:10:00+08:00'],
    ['2026-01-15T14:10:00Z', '2026-01-15T14:10:00+00:00'],
    ['2026-01-15T22:10:00.250-03:30', '2026-01-15T22:10:00-03:30'],
  ])('reads %s and writes it back in its own offset', (text, written) => {
    expect(formatStamp(parseStamp(text)!)).toBe(written)
  })

  it.each([
    '2026-01-15T22:10:00',
    '2026-02-30T00:00:00Z',
    '2026-01-15T24:00:00Z',
    '2026-01-15 22:10Z',
    '',
    '2026-01-15T22:10:00+15:00',
  ])('refuses %s', (text) => {
    expect(parseStamp(text)).toBeNull()
  })
})
