import type { DoseEntry, Entry, TemperatureEntry } from '../../../../shared/record/entry.ts'
import { HOUR, MINUTE, type Instant } from '../../../../shared/time/instant.ts'

const THRESHOLDS: Record<string, number> = { axillary: 375, rectal: 380, tympanic: 380, forehead: 380, oral: 378 }
const tenthsOf = (entry: TemperatureEntry) => Math.floor((entry.temperature + 5) / 10)
const minute = (at: number) => Math.floor(at / MINUTE)
const order = (a: Entry, b: Entry) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const lasts = (ingredient: string) => (ingredient === 'paracetamol' ? 6 : 8) * HOUR

/** Points 1–6 of "Response to a dose" read word by word, for doses given by ingredient. Minutes must be whole. */
export function responsesByTheBook(entries: readonly Entry[], now: Instant) {
  const seen = entries.filter((entry) => entry.at <= now).sort(order)
  const all = seen.filter(
    (entry): entry is TemperatureEntry => entry.kind === 'temperature' && entry.site !== 'noncontact',
  )
  const doses = seen.filter((entry): entry is DoseEntry => entry.kind === 'dose' && entry.ingredient !== null)
  return doses.map((dose) => {
    const head = { doseId: dose.id, ingredient: dose.ingredient }
    const t0 = dose.at
    const baseline = all.filter(({ at }) => at >= t0 - 60 * MINUTE && at <= t0 + 10 * MINUTE).pop()
    if (!baseline) return { ...head, evaluable: false, reason: 'no_baseline' }
    const theta = THRESHOLDS[baseline.site]!
    if (tenthsOf(baseline) < theta) return { ...head, evaluable: false, reason: 'baseline_not_febrile' }
    const next = doses.find(({ at }) => minute(at) > minute(t0))
    const isInWindow = ({ at }: Entry) =>
      at > t0 && at <= t0 + 8 * HOUR && (next === undefined || minute(at) <= minute(next.at))
    const readings = all.filter((one) => one.site === baseline.site && order(one, baseline) > 0 && isInWindow(one))
    if (!readings.some(({ at }) => at > t0 + 30 * MINUTE && at <= t0 + 6 * HOUR)) {
      return { ...head, evaluable: false, reason: 'too_few_readings' }
    }
    const since = (one: Entry) => (one.at - t0) / MINUTE
    const base = tenthsOf(baseline)
    const before = (one: Entry) => [baseline, ...readings].filter((other) => order(other, one) < 0)
    const fallen = readings.find((one) => tenthsOf(one) <= base - 5)
    const low = Math.min(...readings.map(tenthsOf))
    const lowest = readings.find((one) => tenthsOf(one) === low)!
    const isHigh = (one: TemperatureEntry) => tenthsOf(one) >= low + 2 && Math.abs(one.at - lowest.at) <= 2 * HOUR
    const after = readings.filter((one) => order(one, lowest) > 0)
    const below = (limit: number) => {
      const b = readings.find((one) => tenthsOf(one) < limit)
      if (base < limit || !b) return null
      const a = before(b)
        .filter((one) => tenthsOf(one) >= limit)
        .pop()!
      const d = readings.find((one) => order(one, b) > 0 && tenthsOf(one) >= limit)
      const c = readings.filter((one) => order(one, b) >= 0 && (!d || order(one, d) < 0)).pop()!
      const cut = next !== undefined && next.at <= t0 + 8 * HOUR
      const later = all.some((one) => one.site === baseline.site && one.at > t0 + 8 * HOUR)
      return {
        threshold: limit,
        minMinutes: (c.at - b.at) / MINUTE,
        maxMinutes: d ? (d.at - a.at) / MINUTE : null,
        censoredBy: d ? null : cut ? 'nextDose' : later ? 'window' : 'noReading',
      }
    }
    const belowThreshold = below(theta)
    return {
      ...head,
      evaluable: true,
      confounded: doses.some(
        (other) =>
          other.ingredient !== dose.ingredient &&
          (minute(other.at) === minute(t0) || (other.at < t0 && t0 - other.at <= lasts(other.ingredient!))),
      ),
      baseline: baseline.id,
      firstFall: fallen ? { afterMinutes: Math.max(0, since(before(fallen).pop()!)), byMinutes: since(fallen) } : null,
      lowest: { id: lowest.id, drop: base - low, bracketed: before(lowest).some(isHigh) && after.some(isHigh) },
      belowThreshold,
      below38_5: below(385),
      roseAgain: belowThreshold !== null && belowThreshold.maxMinutes !== null,
      backToBaseline: after.some((one) => tenthsOf(one) >= base - 3),
    }
  })
}
