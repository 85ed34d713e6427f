import type { Entry, TemperatureEntry } from '../../../../shared/record/entry.ts'
import { HOUR, type Instant } from '../../../../shared/time/instant.ts'

const THRESHOLDS: Record<string, number> = {
  axillary: 37.5,
  rectal: 38,
  tympanic: 38,
  forehead: 38,
  oral: 37.8,
  noncontact: Infinity,
}

const isFebrile = (entry: TemperatureEntry) => Math.round(entry.temperature / 10) / 10 >= THRESHOLDS[entry.site]!

/**
 * The definition of an episode read word by word, without any thought for speed: every moment that could matter is tried
 * in turn. For whole tenths and doses given by ingredient only.
 */
export function episodesByTheBook(entries: readonly Entry[], now: Instant) {
  const seen = entries.filter((entry) => entry.at <= now)
  const readings = seen.filter((entry) => entry.kind === 'temperature').filter((entry) => entry.site !== 'noncontact')
  const doses = seen.filter((entry) => entry.kind === 'dose').filter((entry) => entry.ingredient !== null)
  const febrile = [...new Set(readings.filter(isFebrile).map((entry) => entry.at))].sort((a, b) => a - b)
  const moments = [...new Set([...seen.map((entry) => entry.at), ...seen.map((entry) => entry.at + 24 * HOUR), now])]
    .filter((moment) => moment <= now)
    .sort((a, b) => a - b)

  const found = []
  let start: number | null = null
  for (const [index, f] of febrile.entries()) {
    start ??= f
    const next = febrile[index + 1]
    const breakers = [f, ...doses.map((dose) => dose.at).filter((at) => at >= f && at < (next ?? Infinity))].sort(
      (a, b) => a - b,
    )
    let outcome: { status: string; end: number | null; until: number } | null = null
    for (const moment of moments) {
      if (next !== undefined && moment >= next) break
      const quiet = breakers.find((s, i) => {
        const spanEnd = Math.min(breakers[i + 1] ?? Infinity, next ?? Infinity)
        const held = readings.map((reading) => reading.at).filter((at) => at > s && at <= moment && at <= spanEnd)
        return (
          moment <= spanEnd &&
          moment - s >= 24 * HOUR &&
          held.some((a) => held.some((b) => b - a >= 6 * HOUR && b - s >= 8 * HOUR))
        )
      })
      const unseen = readings.some(
        ({ at }) =>
          at >= f && moment - at >= 24 * HOUR && !readings.some((other) => other.at > at && other.at < at + 24 * HOUR),
      )
      if (quiet !== undefined) outcome = { status: 'ended', end: f, until: quiet }
      else if (unseen)
        outcome = { status: 'unknown', end: null, until: Math.max(...breakers.filter((at) => at < moment)) }
      if (outcome) break
    }
    if (!outcome && next !== undefined) continue
    outcome ??= { status: 'ongoing', end: null, until: now }
    const from = start
    const { until } = outcome
    found.push({
      start: from,
      end: outcome.end,
      status: outcome.status,
      readings: readings.filter(({ at }) => at >= from && at <= until).length,
      doses: doses.filter(({ at }) => at >= from && at <= until).length,
    })
    start = null
  }
  return found
}
