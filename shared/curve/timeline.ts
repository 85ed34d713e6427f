import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type DoseEntry, type TemperatureEntry } from '../record/entry.ts'
import { indexProducts, ingredientsOf, type DoseContents } from '../dosing/contents.ts'
import { isFebrile } from '../fever/grade.ts'
import { isGradedSite, type GradedSite } from '../fever/thresholds.ts'
import type { Instant } from '../time/instant.ts'
import { toTenths, type Tenths } from '../units/temperature.ts'

/** A reading as the rules see it: its value as displayed, and whether that is fever at its site. */
export interface Reading {
  readonly id: string
  readonly at: Instant
  readonly site: GradedSite
  readonly value: Tenths
  readonly febrile: boolean
}

/** A dose that lowers fever, with what it held. */
export interface AntipyreticDose {
  readonly id: string
  readonly at: Instant
  readonly contents: DoseContents
}

/** What the curve rules look at, each list in record order (time, ties by id). */
export interface Timeline {
  readonly readings: readonly Reading[]
  readonly doses: readonly AntipyreticDose[]
}

/** Readings and antipyretic doses up to now. Non-contact readings and later entries are left out: no curve rule sees them. */
export function timelineOf(record: ChildRecord, now: Instant): Timeline {
  const products = indexProducts(record.products)
  const readings: Reading[] = []
  const doses: AntipyreticDose[] = []
  for (const entry of record.entries) {
    if (entry.at > now) continue
    if (entry.kind === 'temperature') {
      const reading = readingOf(entry)
      if (reading) readings.push(reading)
    } else if (entry.kind === 'dose') {
      const contents = ingredientsOf(entry, products)
      if (contents.antipyretic === 'yes') doses.push(doseOf(entry, contents))
    }
  }
  return { readings: readings.sort(byTime), doses: doses.sort(byTime) }
}

const doseOf = ({ id, at }: DoseEntry, contents: DoseContents): AntipyreticDose => ({ id, at, contents })

/** The reading of an entry; null when its site cannot be graded. */
export function readingOf({ id, at, site, temperature }: TemperatureEntry): Reading | null {
  if (!isGradedSite(site)) return null
  const value = toTenths(temperature)
  return { id, at, site, value, febrile: isFebrile(value, site) }
}
