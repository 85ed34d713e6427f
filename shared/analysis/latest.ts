import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type Site, type TemperatureEntry } from '../record/entry.ts'
import { gradeFever, type Grade } from '../fever/grade.ts'
import type { Instant } from '../time/instant.ts'
import { toTenths, type Tenths } from '../units/temperature.ts'

/** The last reading up to now, of any site, with its grade. */
export interface Latest {
  readonly entryId: string
  readonly at: Instant
  readonly site: Site
  readonly value: Tenths
  readonly grade: Grade
}

/** The latest reading at or before now, ties by id; null when there is none. Non-contact ones are shown too, ungraded. */
export function latestReading(record: ChildRecord, now: Instant): Latest | null {
  let latest: TemperatureEntry | null = null
  for (const entry of record.entries) {
    if (entry.kind !== 'temperature' || entry.at > now) continue
    if (!latest || byTime(entry, latest) > 0) latest = entry
  }
  if (!latest) return null
  const { id, at, site, temperature } = latest
  return { entryId: id, at, site, value: toTenths(temperature), grade: gradeFever(temperature, site) }
}
