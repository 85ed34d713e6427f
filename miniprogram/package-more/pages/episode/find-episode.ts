import type { Episode } from '../../../../shared/curve/episode.ts'
import { DAY } from '../../../../shared/time/instant.ts'

/** An edit moves a start by no more than this and leaves it the same fever: two of them are at least a day apart. */
const NEAR = DAY

/**
 * The episode that a start stands for. Entries are edited and deleted, so it may begin earlier or later by now: the one
 * that holds the moment, else the nearest, else null.
 */
export function findEpisode(episodes: readonly Episode[], start: number): Episode | null {
  const away = (episode: Episode): number =>
    start < episode.start ? episode.start - start : Math.max(0, start - episode.until)
  const [nearest] = [...episodes].sort((a, b) => away(a) - away(b))
  return nearest && away(nearest) < NEAR ? nearest : null
}
