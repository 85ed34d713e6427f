import { byTime, type Entry, type Site, type TemperatureEntry } from '../record/entry.ts'
import { HOUR } from '../time/instant.ts'
import { centiToCelsius, fromFahrenheit, tenths, toTenths, type Tenths } from '../units/temperature.ts'
import { ANALYSIS_LIMITS } from './limits.ts'

/** What is odd about a reading: asked about ("请核对录入"), never altered or dropped. */
type Oddity = 'too_low' | 'too_high' | 'other_unit' | 'changed_too_fast'

export interface Implausible {
  readonly entryId: string
  readonly reason: Oddity
}

const LOWEST = tenths(ANALYSIS_LIMITS.lowestPlausible.value)
const HIGHEST = tenths(ANALYSIS_LIMITS.highestPlausible.value)
const FASTEST_PER_HOUR = tenths(ANALYSIS_LIMITS.fastestChange.value)
const LEAST_CHANGE = tenths(ANALYSIS_LIMITS.leastChange.value)

const isPlausible = (value: Tenths): boolean => value >= LOWEST && value <= HIGHEST

/** Readings that ask for a second look, in record order; at most one oddity of value and one of change each. */
export function findImplausible(entries: readonly Entry[]): readonly Implausible[] {
  const readings = entries.filter((entry): entry is TemperatureEntry => entry.kind === 'temperature').sort(byTime)
  const found: Implausible[] = []
  const lastOfSite = new Map<Site, TemperatureEntry>()
  for (const reading of readings) {
    const odd = oddValue(reading)
    if (odd) found.push({ entryId: reading.id, reason: odd })
    const last = lastOfSite.get(reading.site)
    if (last && changedTooFast(last, reading)) found.push({ entryId: reading.id, reason: 'changed_too_fast' })
    lastOfSite.set(reading.site, reading)
  }
  return found
}

function oddValue({ temperature }: TemperatureEntry): Oddity | null {
  const value = toTenths(temperature)
  if (isPlausible(value)) return null
  if (isPlausible(toTenths(fromFahrenheit(centiToCelsius(temperature))))) return 'other_unit'
  return value < LOWEST ? 'too_low' : 'too_high'
}

function changedTooFast(from: TemperatureEntry, to: TemperatureEntry): boolean {
  const change = Math.abs(toTenths(to.temperature) - toTenths(from.temperature))
  return change >= LEAST_CHANGE && change * HOUR > FASTEST_PER_HOUR * (to.at - from.at)
}
