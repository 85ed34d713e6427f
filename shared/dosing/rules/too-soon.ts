import { HOUR, MINUTE } from '../../time/instant.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { sinceLast } from '../medicine-log.ts'

/** The last dose of the ingredient is less than its interval ago; exactly the interval is not too soon. */
export const tooSoon: Rule<CoveredAsk> = ({ doses, limits, now }) => {
  const since = sinceLast(doses, now)
  if (since === null || since >= limits.interval.value * HOUR) return []
  return [
    {
      rule: 'too_soon',
      reason: 'interval',
      entryIds: [doses[doses.length - 1]!.id],
      values: { sinceMinutes: Math.floor(since / MINUTE), intervalMinutes: limits.interval.value * 60 },
    },
  ]
}
