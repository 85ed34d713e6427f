import { completedMonths } from '../child/age.ts'
import type { Child } from '../record/child.ts'
import { HOUR, type Instant } from '../time/instant.ts'
import { dayOf, type Zone } from '../time/zone.ts'
import type { Illness } from './illness.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import { flagOf, type RedFlag } from './red-flag.ts'

/**
 * R3 and R4: for how long the child has had a fever, from the first febrile reading to the last one (to now while it goes
 * on). Stretches that nobody measured are counted through, and named.
 */
export function durationFlags(
  { episodes, gaps }: Illness,
  { birthDate }: Child,
  now: Instant,
  zone: Zone,
): readonly RedFlag[] {
  const first = episodes[0]!.firstFebrile
  const { lastFebrile, status } = episodes[episodes.length - 1]!
  const end = status === 'ongoing' ? now : lastFebrile.at
  const entryIds = [...new Set([first.id, lastFebrile.id])]

  const day = dayOf(end, zone) - dayOf(first.at, zone) + 1
  const isBaby = birthDate !== null && completedMonths(birthDate, now, zone) < RED_FLAG_LIMITS.twoYears.value
  const longest = (isBaby ? RED_FLAG_LIMITS.longUnderTwo : RED_FLAG_LIMITS.longFromTwo).value
  return [
    ...(day >= RED_FLAG_LIMITS.feverDay.value ? [flagOf('R3', entryIds, { day }, { gaps })] : []),
    ...(end - first.at > longest * HOUR ? [flagOf('R4', entryIds, { hours: longest }, { gaps })] : []),
  ]
}
