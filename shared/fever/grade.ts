import type { Site } from '../record/entry.ts'
import type { Source } from '../evidence/source.ts'
import { tenths, toTenths, type CentiCelsius, type Tenths } from '../units/temperature.ts'
import { isGradedSite, RECHECK_NONCONTACT, thresholdOf } from './thresholds.ts'

/** How high a temperature is, which says nothing about how ill a child is. Only axillary readings have the four bands. */
export const GRADES = ['low', 'moderate', 'high', 'hyperpyrexia', 'fever', 'none'] as const
export type Grade = (typeof GRADES)[number]

interface Band extends Source {
  readonly grade: Grade
  /** From this displayed value, up to the next band. */
  readonly from: Tenths
}

const CN2020I = { source: 'CN2020 interpretation, Chin J Appl Clin Pediatr 2021', mark: 'found' } as const

/** Bands of axillary readings, highest first. */
export const AXILLARY_BANDS: readonly Band[] = [
  { grade: 'hyperpyrexia', from: tenths(41.0), ...CN2020I },
  { grade: 'high', from: tenths(39.0), ...CN2020I },
  { grade: 'moderate', from: tenths(38.1), ...CN2020I },
  { grade: 'low', from: tenths(37.5), ...CN2020I },
]

/** Whether a displayed value is fever at its site; never for non-contact readings. */
export function isFebrile(value: Tenths, site: Site): boolean {
  const threshold = thresholdOf(site)
  return threshold !== null && value >= threshold
}

/** The grade of a reading, on the value as displayed: a band for axillary ones, else `fever` or `none`. */
export function gradeFever(temperature: CentiCelsius, site: Site): Grade {
  const value = toTenths(temperature)
  if (site === 'axillary') return AXILLARY_BANDS.find((band) => value >= band.from)?.grade ?? 'none'
  return isFebrile(value, site) ? 'fever' : 'none'
}

/** Whether a reading taken without contact is warm enough to ask for one under the arm. */
export const asksForRecheck = (temperature: CentiCelsius, site: Site): boolean =>
  !isGradedSite(site) && toTenths(temperature) >= RECHECK_NONCONTACT.threshold
