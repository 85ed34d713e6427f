import type { Site } from '../record/entry.ts'
import type { Source } from '../evidence/source.ts'
import { tenths, type Tenths } from '../units/temperature.ts'

/** From which displayed value a reading of a site counts as fever. */
export interface Threshold extends Source {
  readonly threshold: Tenths
}

/**
 * Fever by site of measurement. Readings are never converted from one site to another: limits of agreement (±1 ℃) are as
 * wide as a whole grade. Non-contact readings have no row: no cut-off is validated, so they are never graded.
 */
export const THRESHOLDS: Readonly<Record<Exclude<Site, 'noncontact'>, Threshold>> = {
  axillary: { threshold: tenths(37.5), source: 'CN2016 §3.1', mark: 'found' },
  rectal: { threshold: tenths(38.0), source: 'CN2016 §3.1', mark: 'found' },
  tympanic: { threshold: tenths(38.0), source: 'Mayo', mark: 'found' },
  forehead: { threshold: tenths(38.0), source: 'Mayo', mark: 'found' },
  oral: { threshold: tenths(37.8), source: 'Mayo', mark: 'found' },
}

/** A non-contact reading from here on asks for one under the arm; it says nothing about fever itself. */
export const RECHECK_NONCONTACT: Threshold = { threshold: tenths(37.5), source: 'Shouwen', mark: 'judgement' }

/** Sites whose readings can be told fever or not. */
export type GradedSite = keyof typeof THRESHOLDS

export const isGradedSite = (site: Site): site is GradedSite => site !== 'noncontact'

/** The threshold of a site in tenths of a degree; null for non-contact readings. */
export const thresholdOf = (site: Site): Tenths | null => (isGradedSite(site) ? THRESHOLDS[site].threshold : null)
