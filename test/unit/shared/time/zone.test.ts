import * as fc from 'fast-check'
import { DAY, HOUR, MINUTE, instant, parseStamp, type Instant } from '../../../../shared/time/instant.ts'
import {
  clockText,
  dateText,
  dayOf,
  fixedZone,
  instantOnDay,
  isKnownZone,
  isoIn,
  localTime,
  minuteOfDay,
  zoneOf,
} from '../../../../shared/time/zone.ts'

const utc = fixedZone(0)
const at = (text: string): Instant => parseStamp(text)!.at

describe('a zone', () => {
  it('of fixed offset needs no tables of the engine', () => {
    const shanghai = zoneOf('Asia/Shanghai', utc)
    expect(shanghai.name).toBe('Asia/Shanghai')
    expect(shanghai.offsetMinutesAt(at('2026-07-01T00:00:00Z'))).toBe(480)
  })

  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['America/St_Johns', '2026-01-15T03:29:59.900Z', -210],
    ['Asia/Kathmandu', '2026-01-15T18:15:00Z', 345],
  ])('%s follows its clocks at %s', (name, moment, offset) => {
    expect(zoneOf(name, utc).offsetMinutesAt(at(moment))).toBe(offset)
  })

  it.each([null, 'Mars/Base', '', 'constructor', 'toString'])('named %s falls back', (name) => {
    expect(zoneOf(name, utc)).toBe(utc)
  })

  it('falls back where the engine has no Intl, yet still knows Shanghai', () => {
    const engine = globalThis.Intl
    // @ts-expect-error WeChat on iOS may lack it
    globalThis.Intl = undefined
    try {
      expect(zoneOf('Europe/Berlin', utc)).toBe(utc)
      expect(zoneOf('Asia/Shanghai', utc).offsetMinutesAt(instant(0))).toBe(480)
    } finally {
      globalThis.Intl = engine
    }
  })

  it('tells which names it knows', () => {
    expect(['Asia/Shanghai', 'Europe/Berlin', 'Mars/Base', 'constructor'].map(isKnownZone)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('of an offset is named by it', () => {
    expect([fixedZone(480).name, fixedZone(-210).name]).toEqual(['UTC+08:00', 'UTC-03:30'])
  })
})

describe('local time', () => {
  const shanghai = zoneOf('Asia/Shanghai', utc)
  const night = at('2026-01-15T18:10:20Z')

  it('is the clock and calendar of the zone', () => {
    expect(localTime(night, shanghai)).toEqual({ year: 2026, month: 1, day: 16, hour: 2, minute: 10 })
    expect(clockText(night, shanghai)).toBe('02:10')
    expect(dateText(night, shanghai)).toBe('2026-01-16')
    expect(isoIn(shanghai, night)).toBe('2026-01-16T02:10:20+08:00')
    expect(minuteOfDay(night, shanghai)).toBe(130)
  })

  it('changes day at local midnight', () => {
    const midnight = at('2026-01-16T00:00:00+08:00')
    expect(dayOf(midnight, shanghai) - dayOf(instant(midnight - 1), shanghai)).toBe(1)
    expect(instantOnDay(dayOf(midnight, shanghai), 0, shanghai)).toBe(midnight)
  })

  it('finds an hour of a day across a clock change', () => {
    const berlin = zoneOf('Europe/Berlin', utc)
    const day = dayOf(at('2026-03-29T12:00:00Z'), berlin)
    expect(isoIn(berlin, instantOnDay(day, 0, berlin))).toBe('2026-03-29T00:00:00+01:00')
    expect(isoIn(berlin, instantOnDay(day, 7, berlin))).toBe('2026-03-29T07:00:00+02:00')
  })

  it('agrees with itself everywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'),
        (ms, name) => {
          const zone = zoneOf(name, utc)
          const moment = instant(ms)
          expect(parseStamp(isoIn(zone, moment))!.at).toBe(Math.floor(ms / 1000) * 1000)
          const { hour, minute } = localTime(moment, zone)
          expect(minuteOfDay(moment, zone)).toBe(hour * 60 + minute)
          expect(dayOf(moment, zone) * DAY + hour * HOUR + minute * MINUTE).toBe(
            Math.floor((ms + zone.offsetMinutesAt(moment) * MINUTE) / MINUTE) * MINUTE,
          )
        },
      ),
    )
  })
})
