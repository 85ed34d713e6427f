import type { ChildRecord } from '../record/child-record.ts'
import { byTime } from '../record/entry.ts'
import type { Instant } from '../time/instant.ts'
import type { Ask } from './ask.ts'
import { checkIngredient, inOrder, NO_RULES, verdictOf, whatStoodAgainst } from './check-ingredient.ts'
import { ingredientsOf, type Delivered, type DoseContents } from './contents.ts'
import { ingredientsInName } from './known-products.ts'
import { dosesOf, logBefore, medicineLogOf, type LoggedDose, type MedicineLog } from './medicine-log.ts'
import type { DoseQuestion } from './question.ts'
import type { Situation } from './situation.ts'
import type { DoseCheck, Finding, IngredientVerdict } from './verdict.ts'

interface Inquiry {
  readonly record: ChildRecord
  readonly log: MedicineLog
  readonly question: DoseQuestion
  readonly now: Instant
  readonly situation: Situation
}

/**
 * What speaks against giving this now: per ingredient, over all products and caregivers, the strictest overall. It answers
 * from the record alone and reserves nothing. A recorded dose is never refused, only looked at by `checkRecordedDose`.
 */
export function checkDose(record: ChildRecord, question: DoseQuestion, now: Instant, situation: Situation): DoseCheck {
  const inquiry = { record, log: medicineLogOf(record), question, now, situation }
  const contents = ingredientsOf(question, inquiry.log.products)
  const known = partsOf(question, contents).map((part) => checkIngredient(askAbout(inquiry, part)))
  if (contents.ingredients.length > 0) return overall(now, known)
  return overall(now, [...known, unknownContents(inquiry, contents.antipyretic === 'no')])
}

/** What a dose held; of a free name, what the name gives away. */
const partsOf = ({ medicine }: DoseQuestion, { ingredients }: DoseContents): readonly Delivered[] =>
  ingredients.length > 0 ? ingredients : ingredientsInName(medicine).map((ingredient) => ({ ingredient, mass: null }))

/** The same for a dose of the record, at its own time and against the earlier ones (ties by id); null when it is not there. */
export function checkRecordedDose(record: ChildRecord, entryId: string, situation: Situation): DoseCheck | null {
  const dose = record.entries.find(({ id }) => id === entryId)
  if (dose?.kind !== 'dose') return null
  const entries = record.entries.filter((entry) => byTime(entry, dose) < 0)
  return checkDose({ ...record, entries }, dose, dose.at, situation)
}

/** A dose of the record and what stood against it at its own time, against those before it. */
export interface RecordedFinding extends Finding {
  readonly dose: LoggedDose
  readonly ingredient: string
}

/** What stood against each dose of a log, from a moment on, when it was given. */
export const findingsOnRecord = (
  record: ChildRecord,
  log: MedicineLog,
  situation: Situation,
  from: Instant,
): readonly RecordedFinding[] =>
  log.doses.flatMap((dose, index) => {
    if (dose.at < from) return []
    const inquiry = { record, log: logBefore(log, index), question: dose.entry, now: dose.at, situation }
    return partsOf(dose.entry, dose.contents).flatMap((part) =>
      whatStoodAgainst(askAbout(inquiry, part)).map((finding) => ({ ...finding, dose, ingredient: part.ingredient })),
    )
  })

function askAbout({ record, log, question, now, situation }: Inquiry, { ingredient, mass }: Delivered): Ask {
  return {
    record,
    log,
    now,
    situation,
    ingredient,
    product: question.productId === null ? null : (log.products.get(question.productId) ?? null),
    hasAmount: question.volume !== null || question.pieces !== null || question.mass !== null,
    mass,
    doses: dosesOf(log, ingredient),
  }
}

/** Of a medicine whose ingredients nobody wrote down no rule can speak; one that lowers no fever is simply not covered. */
function unknownContents(inquiry: Inquiry, lowersNoFever: boolean): IngredientVerdict {
  const ask = askAbout(inquiry, { ingredient: 'unknown', mass: null })
  return verdictOf(ask, [lowersNoFever ? NO_RULES : NOBODY_KNOWS], null)
}

const NOBODY_KNOWS: Finding = { rule: 'cannot_confirm', reason: 'ingredient_unknown', entryIds: [], values: {} }

/** A compound is allowed only where each of its ingredients is. */
function overall(now: Instant, ingredients: readonly IngredientVerdict[]): DoseCheck {
  const all = inOrder(ingredients.flatMap((one) => one.rules))
  const rules = all.length === 1 ? all : all.filter((rule) => rule !== 'allowed')
  return { now, verdict: rules[0]!, rules, earliestAt: latestOf(ingredients), ingredients }
}

/** When the last of the blocked ingredients is free again; null when one of them is not within 24 hours. */
function latestOf(ingredients: readonly IngredientVerdict[]): Instant | null {
  let latest: Instant | null = null
  for (const { rules, earliestAt } of ingredients) {
    if (!rules.includes('max_reached') && !rules.includes('too_soon')) continue
    if (earliestAt === null) return null
    if (latest === null || earliestAt > latest) latest = earliestAt
  }
  return latest
}
