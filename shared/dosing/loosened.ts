import type { Limit } from '../evidence/source.ts'
import { HOUR, parseStamp, type Instant } from '../time/instant.ts'
import { isoIn, type Zone } from '../time/zone.ts'
import { VERDICTS, type DoseCheckJson, type Evidence, type IngredientVerdictJson, type Verdict } from './verdict.ts'

/** For how long it stays visible that an edit made a verdict milder. */
export const LOOSENED_SHOWN: Limit = { value: 24, unit: 'h', source: 'Shouwen', mark: 'judgement' }

/** Whether what was changed at a moment is still to be told of. */
export const isFresh = (changedAt: Instant, now: Instant): boolean => now - changedAt < LOOSENED_SHOWN.value * HOUR

/** The change that made a dose be looked at again: which entry (null: a weight, a strength, an allergy …), and when. */
export interface Amendment {
  readonly entryId: string | null
  readonly at: Instant
}

/**
 * The new answer about a dose, with a remark where a change of the record made it milder than it was, so that nobody is
 * shown a milder verdict unawares. Remarks of earlier changes stay while they are fresh.
 */
export function withLoosening(
  before: DoseCheckJson | null,
  after: DoseCheckJson,
  amendment: Amendment,
  zone: Zone,
): DoseCheckJson {
  if (!before) return after
  const ingredients = after.ingredients.map((one) => {
    const earlier = before.ingredients.find(({ ingredient }) => ingredient === one.ingredient)
    return earlier ? { ...one, evidence: [...one.evidence, ...remarksOf(earlier, one, amendment, zone)] } : one
  })
  return { ...after, ingredients }
}

function remarksOf(
  before: IngredientVerdictJson,
  after: IngredientVerdictJson,
  { entryId, at }: Amendment,
  zone: Zone,
): readonly Evidence[] {
  const kept = before.evidence.filter((one) => isLoosening(one) && isFresh(parseStamp(String(one.values.at))!.at, at))
  if (strictness(after.verdict) >= strictness(before.verdict)) return kept
  const values = { was: before.verdict, at: isoIn(zone, at) }
  return [...kept, { rule: null, reason: 'loosened_by_edit', entryIds: entryId === null ? [] : [entryId], values }]
}

const isLoosening = ({ reason }: Evidence): boolean => reason === 'loosened_by_edit'

const strictness = (verdict: Verdict): number => -VERDICTS.indexOf(verdict)
