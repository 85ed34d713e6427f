import { indexProducts, ingredientsOf } from '../dosing/contents.ts'
import type { Episode } from '../curve/episode.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { byTime, SITES, type DoseEntry, type Site, type TemperatureEntry } from '../record/entry.ts'
import type { Instant } from '../time/instant.ts'

/** One of two fevers laid over each other, from its first febrile reading on. */
export interface ComparedEpisode {
  readonly onset: Instant
  /** Where most of it was measured. Values of different sites are no one line. */
  readonly site: Site
  /** The readings of that site, oldest first. */
  readonly readings: readonly TemperatureEntry[]
  /** How many readings of other sites are left out. */
  readonly others: number
  /** The antipyretic doses, oldest first. */
  readonly doses: readonly DoseEntry[]
}

/** What of an episode is compared: from its start until it was over or nobody knew any more (`episode.until`). */
export function comparedEpisode(episode: Episode, { entries, products }: ChildRecord): ComparedEpisode {
  const index = indexProducts(products)
  const within = entries.filter(({ at }) => at >= episode.start && at <= episode.until).sort(byTime)
  const temperatures = within.filter((entry): entry is TemperatureEntry => entry.kind === 'temperature')
  const countOf = (site: Site): number => temperatures.filter((reading) => reading.site === site).length
  const site = SITES.reduce((most, one) => (countOf(one) > countOf(most) ? one : most))
  return {
    onset: episode.start,
    site,
    readings: temperatures.filter((reading) => reading.site === site),
    others: temperatures.length - countOf(site),
    doses: within.filter(
      (entry): entry is DoseEntry => entry.kind === 'dose' && ingredientsOf(entry, index).antipyretic === 'yes',
    ),
  }
}
