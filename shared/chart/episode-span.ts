import type { Episode } from '../curve/episode.ts'
import type { ChildRecord } from '../record/child-record.ts'
import { HOUR, shift, type Instant } from '../time/instant.ts'
import type { Span } from './chart-view.ts'

const MARGIN = 0.5 * HOUR
const SHORTEST = 4 * HOUR

/** What the chart of an episode shows: from a little before its start to now, or a little after its last entry once over. */
export function episodeSpan(episode: Episode, record: ChildRecord, now: Instant): Span {
  const end = episode.status === 'ongoing' ? now : lastEntryBy(episode.decidedAt ?? now, record, episode.lastFebrile.at)
  const from = shift(episode.start, -MARGIN)
  return { from, to: Math.max(shift(end, MARGIN), shift(from, SHORTEST)) as Instant }
}

/** What the chart shows without an episode: from a little before a first moment until now. */
export const spanSince = (first: Instant, now: Instant): Span => {
  const from = shift(first, -MARGIN)
  return { from, to: Math.max(shift(now, MARGIN), shift(from, SHORTEST)) as Instant }
}

function lastEntryBy(moment: Instant, { entries }: ChildRecord, atLeast: Instant): Instant {
  return entries.reduce((last, { at }) => (at <= moment && at > last ? at : last), atLeast)
}
