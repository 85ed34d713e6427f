import { HOUR, MINUTE, minuteOf, shift, type Instant } from '../time/instant.ts'
import { firstAfter, firstFrom } from '../time/search.ts'
import { ingredientOf } from '../dosing/ingredients.ts'
import { CURVE_LIMITS } from './limits.ts'
import type { AntipyreticDose, Reading, Timeline } from './timeline.ts'

/** How long readings after a dose are put down to it. */
export const WINDOW = CURVE_LIMITS.window.value * HOUR

/** One ingredient of one dose, with what else was given around it. */
export interface GivenIngredient {
  readonly dose: AntipyreticDose
  readonly ingredient: string
  /** The next antipyretic of a later minute. */
  readonly next: AntipyreticDose | null
  /** Another antipyretic ingredient was still at work, or was given at the same minute. */
  readonly confounded: boolean
}

/** For how long an ingredient given before a dose blurs the response to it. */
const lingersFor = (ingredient: string): number =>
  CURVE_LIMITS[ingredient === 'paracetamol' ? 'paracetamolLingers' : 'ibuprofenLingers'].value * HOUR

/** Every antipyretic ingredient given, in record order. Doses of one minute are one moment: none of them is the next. */
export function givenIngredients(doses: readonly AntipyreticDose[]): readonly GivenIngredient[] {
  const given: GivenIngredient[] = []
  const lastGiven = new Map<string, Instant>()
  for (let start = 0; start < doses.length;) {
    const first = doses[start]!
    let end = start + 1
    while (end < doses.length && minuteOf(doses[end]!.at) === minuteOf(first.at)) end++
    const moment = doses.slice(start, end)
    const together = new Set(moment.flatMap(antipyreticsOf))
    const next = doses[end] ?? null
    for (const dose of moment) {
      for (const ingredient of antipyreticsOf(dose)) {
        if (ingredient === NAMELESS) continue
        const confounded =
          [...together].some((other) => other !== ingredient) ||
          [...lastGiven].some(([other, at]) => other !== ingredient && dose.at - at <= lingersFor(other))
        given.push({ dose, ingredient, next, confounded })
      }
    }
    for (const dose of moment) for (const ingredient of antipyreticsOf(dose)) lastGiven.set(ingredient, dose.at)
    start = end
  }
  return given
}

/** An antipyretic of which nobody knows the ingredient: it has no response of its own, and is never the same as another. */
const NAMELESS = ''

function antipyreticsOf({ contents }: AntipyreticDose): readonly string[] {
  const known = contents.ingredients
    .map((one) => one.ingredient)
    .filter((code) => ingredientOf(code)?.antipyretic === true)
  return known.length > 0 ? known : [NAMELESS]
}

/** The last reading from an hour before a dose to ten minutes after it; null when there is none. */
export function baselineOf({ at }: AntipyreticDose, { readings }: Timeline): Reading | null {
  const index = firstAfter(readings, shift(at, CURVE_LIMITS.baselineAfter.value * MINUTE)) - 1
  const last = readings[index]
  return last && last.at >= at - CURVE_LIMITS.baselineBefore.value * MINUTE ? last : null
}

/** Readings of the baseline's site after it and inside the window; those at the very minute of the next dose still belong to it. */
export function readingsOf(
  { dose, next }: GivenIngredient,
  baseline: Reading,
  { readings }: Timeline,
): readonly Reading[] {
  const from = Math.max(firstAfter(readings, dose.at), firstAfter(readings, baseline.at))
  const nextMinute = next ? (((minuteOf(next.at) + 1) * MINUTE) as Instant) : null
  const windowEnd = firstAfter(readings, shift(dose.at, WINDOW))
  const to = nextMinute === null ? windowEnd : Math.min(windowEnd, firstFrom(readings, nextMinute))
  return readings.slice(from, to).filter(({ site }) => site === baseline.site)
}
