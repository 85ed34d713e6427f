import type { Episode } from '../curve/episode.ts'
import { CURVE_LIMITS } from '../curve/limits.ts'
import type { Timeline } from '../curve/timeline.ts'
import { DAY, HOUR, shift, type Instant } from '../time/instant.ts'
import { firstAfter } from '../time/search.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import type { Gap } from './red-flag.ts'

/** The fever that is on the record now: one episode, or several of which nobody saw that the fever had gone in between. */
export interface Illness {
  readonly episodes: readonly Episode[]
  readonly gaps: readonly Gap[]
}

const LONGEST_GAP = RED_FLAG_LIMITS.longestGap.value * DAY
const LOOK_BACK = RED_FLAG_LIMITS.lookBack.value * DAY

/** The present illness; null when there is none, or when the last one is too long ago to speak of. */
export function illnessAt(episodes: readonly Episode[], timeline: Timeline, now: Instant): Illness | null {
  const last = episodes[episodes.length - 1]
  if (!last || last.until < now - LOOK_BACK) return null
  const chain = [last]
  const gaps: Gap[] = []
  for (let index = episodes.length - 2; index >= 0; index--) {
    const gap = unseenAfter(episodes[index]!, timeline)
    if (!gap || gap.to - gap.from > LONGEST_GAP) break
    chain.unshift(episodes[index]!)
    gaps.unshift(gap)
  }
  return { episodes: chain, gaps }
}

/** The stretch without a reading in which an episode was lost sight of; null when it was seen to end. */
function unseenAfter({ status, decidedAt }: Episode, { readings }: Timeline): Gap | null {
  if (status !== 'unknown') return null
  const from = shift(decidedAt!, -CURVE_LIMITS.unseen.value * HOUR)
  return { from, to: readings[firstAfter(readings, from)]!.at }
}

/** From when on entries are looked at: some days, or as far back as the illness goes. */
export const lookBackTo = (illness: Illness | null, now: Instant): Instant =>
  Math.min(shift(now, -LOOK_BACK), illness ? illness.episodes[0]!.start : Infinity) as Instant
