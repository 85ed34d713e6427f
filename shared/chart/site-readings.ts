import { byTime, SITES, type Entry, type Site, type TemperatureEntry } from '../record/entry.ts'
import { isShown, type Frame, type Span } from './chart-view.ts'

/** The readings of one site in the span, oldest first. */
export interface SiteReadings {
  readonly site: Site
  readonly readings: readonly TemperatureEntry[]
}

/** The shown readings by site, the site with most of them first. */
export function readingsBySite(entries: readonly Entry[], { view }: Frame): readonly SiteReadings[] {
  const shown = entries
    .filter((entry): entry is TemperatureEntry => entry.kind === 'temperature' && isShown(entry.at, view.span))
    .sort(byTime)
  return SITES.map((site) => ({ site, readings: shown.filter((reading) => reading.site === site) }))
    .filter(({ readings }) => readings.length > 0)
    .sort((a, b) => b.readings.length - a.readings.length)
}

/** Those of a part of the span, sites without any left out. */
export const inSight = (sites: readonly SiteReadings[], visible: Span): readonly SiteReadings[] =>
  sites
    .map(({ site, readings }) => ({ site, readings: readings.filter(({ at }) => isShown(at, visible)) }))
    .filter(({ readings }) => readings.length > 0)
