import type { ChildRecord } from '../../../shared/record/child-record.ts'
import type { DoseEntry } from '../../../shared/record/entry.ts'
import type { Product } from '../../../shared/record/product.ts'
import { dosesOf, inLast24h, medicineLogOf } from '../../../shared/dosing/medicine-log.ts'
import { ingredientOf } from '../../../shared/dosing/ingredients.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import type { Language } from '../../../shared/words/language.ts'
import { formName, ingredientName, productName } from '../../../shared/words/medicine.ts'
import { durationText, minutesBetween, momentText } from '../../../shared/words/time.ts'
import type { Texts } from '../../texts/texts.ts'
import { markOf, type MedicineMark } from '../../views/entry-words.ts'
import { strengthsOf } from '../../views/strengths.ts'
import type { Amount } from './dose-draft.ts'

/** One medicine of the cabinet as the sheet shows it. */
export interface ProductCard {
  readonly product: Product
  readonly name: string
  readonly detail: string
  readonly mark: MedicineMark
  /** How much was given of it the last time. */
  readonly lastAmount: Amount | null
  /** For each of its antipyretic ingredients, when that was last given. */
  readonly last: readonly string[]
}

interface Frame {
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
  readonly texts: Texts
}

/** The cabinet, what was given last first; the record may name medicines that are no longer in it. */
export function productCards(
  record: ChildRecord,
  frame: Frame,
  cabinet: readonly Product[] = record.products,
): readonly ProductCard[] {
  const doses = record.entries.filter((entry): entry is DoseEntry => entry.kind === 'dose').sort((a, b) => b.at - a.at)
  const lastOf = (product: Product): DoseEntry | undefined => doses.find(({ productId }) => productId === product.id)
  return [...cabinet]
    .sort((a, b) => (lastOf(b)?.at ?? 0) - (lastOf(a)?.at ?? 0))
    .map((product) => cardOf(product, lastOf(product), record, frame))
}

function cardOf(product: Product, last: DoseEntry | undefined, record: ChildRecord, frame: Frame): ProductCard {
  const { language, texts } = frame
  const antipyretics = product.ingredients.map(({ code }) => code).filter((code) => ingredientOf(code)?.antipyretic)
  const strengths = strengthsOf(product, language, texts)
  return {
    product,
    name: productName(product.name),
    detail: strengths.length > 0 ? texts.common.list(strengths) : formName(product.form, language),
    mark: markOf(antipyretics[0] ?? ''),
    lastAmount: last?.volume ?? last?.pieces ?? null,
    last: antipyretics.map((code) => lastText(code, record, frame)),
  }
}

function lastText(ingredient: string, record: ChildRecord, { now, zone, language, texts }: Frame): string {
  const doses = inLast24h(dosesOf(medicineLogOf(record), ingredient), now)
  const last = doses[doses.length - 1]
  const name = ingredientName(ingredient, language)
  if (!last) return texts.dose.firstDose(name)
  const span = durationText(Math.max(0, minutesBetween(last.at, now)), language)
  return texts.dose.lastDose(name, momentText(last.at, now, zone, language), span)
}
