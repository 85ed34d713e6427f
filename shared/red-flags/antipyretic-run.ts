import type { AntipyreticDose, Timeline } from '../curve/timeline.ts'
import { DAY, type Instant } from '../time/instant.ts'
import { firstFrom } from '../time/search.ts'
import { dayOf, instantOnDay, type Zone } from '../time/zone.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import { flagOf, type Gap, type RedFlag } from './red-flag.ts'

const LONGEST_GAP = RED_FLAG_LIMITS.longestGap.value

/**
 * R8: antipyretics on more than three calendar days in a row. A day on which nobody wrote down a reading or a dose is not a
 * day without: it is counted through, and named.
 */
export function antipyreticRun({ doses, readings }: Timeline, now: Instant, zone: Zone): readonly RedFlag[] {
  const last = doses[doses.length - 1]
  if (!last || now - last.at > RED_FLAG_LIMITS.lookBack.value * DAY) return []
  const run: AntipyreticDose[] = [last]
  const gaps: Gap[] = []
  const lastDay = dayOf(last.at, zone)
  let day = lastDay
  for (let index = doses.length - 2; index >= 0; index--) {
    const dose = doses[index]!
    const before = dayOf(dose.at, zone)
    if (day - before > 1) {
      const silence = { from: instantOnDay(before + 1, 0, zone), to: instantOnDay(day, 0, zone) }
      const wasMeasured = firstFrom(readings, silence.from) < firstFrom(readings, silence.to)
      if (wasMeasured || day - before - 1 > LONGEST_GAP) break
      gaps.unshift(silence)
    }
    run.unshift(dose)
    day = before
  }
  const days = lastDay - day + 1
  if (days <= RED_FLAG_LIMITS.antipyreticDays.value) return []
  return [
    flagOf(
      'R8',
      run.map(({ id }) => id),
      { days },
      { gaps },
    ),
  ]
}
