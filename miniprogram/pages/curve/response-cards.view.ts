import { isShown, type Span } from '../../../shared/chart/chart-view.ts'
import { historyOf, type HistoryRow } from '../../../shared/curve/history.ts'
import type { Response } from '../../../shared/curve/response.ts'
import { byTime, type DoseEntry } from '../../../shared/record/entry.ts'
import { siteName } from '../../../shared/words/measure.ts'
import { doseText, ingredientName } from '../../../shared/words/medicine.ts'
import { responseSentences } from '../../../shared/words/response.ts'
import { durationText, momentText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { markOf, type MedicineMark } from '../../views/entry-words.ts'
import { unbroken } from './unbroken.ts'

/** What was measured after one dose. */
export interface ResponseCard {
  readonly key: string
  readonly entryId: string
  readonly mark: MedicineMark
  readonly title: string
  /** Which ingredient this is about, where the medicine has several. */
  readonly ingredient: string
  readonly sentences: readonly string[]
}

/** The responses of the span, the latest dose first, and what happened after the same medicines before. */
export function responseCards(
  { record, zone }: CurrentChild,
  span: Span,
  responses: readonly Response[],
  { now, texts, preferences }: ScreenState,
): { readonly responses: readonly ResponseCard[]; readonly histories: readonly string[] } {
  const { language } = preferences
  const doses = record.entries
    .filter((entry): entry is DoseEntry => entry.kind === 'dose' && isShown(entry.at, span))
    .sort((a, b) => byTime(b, a))
  const cards = doses.flatMap((dose) => {
    const own = responses.filter(({ doseId }) => doseId === dose.id)
    return own.map((response) => ({
      key: `${dose.id} ${response.ingredient}`,
      entryId: dose.id,
      mark: markOf(response.ingredient),
      title: `${momentText(dose.at, now, zone, language)} ${doseText(dose, record.products, language)}`,
      ingredient: own.length > 1 ? ingredientName(response.ingredient, language) : '',
      sentences: responseSentences(response, language).map(unbroken),
    }))
  })
  const ingredients = new Set(
    responses.filter(({ doseId }) => doses.some(({ id }) => id === doseId)).map(({ ingredient }) => ingredient),
  )
  const rows = historyOf(responses).filter(({ ingredient }) => ingredients.has(ingredient))
  return { responses: cards, histories: rows.map((row) => historySentence(row)) }

  function historySentence({ ingredient, site, n, minMinutes, maxMinutes }: HistoryRow): string {
    const { history, historyLeast, historyShort, historyMost, historyOpen } = texts.curve
    const least = minMinutes === 0 ? historyShort : historyLeast(durationText(minMinutes, language))
    const most = maxMinutes === null ? historyOpen : historyMost(durationText(maxMinutes, language))
    return history(n, ingredientName(ingredient, language), siteName(site, language), least, most)
  }
}
