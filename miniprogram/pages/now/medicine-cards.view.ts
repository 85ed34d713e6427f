import { checkDose } from '../../../shared/dosing/check-dose.ts'
import { ingredientVerdictToJson } from '../../../shared/dosing/dose-check-json.ts'
import type { Response } from '../../../shared/curve/response.ts'
import { limitsOf } from '../../../shared/dosing/formulary.ts'
import { ingredientOf } from '../../../shared/dosing/ingredients.ts'
import { dosesOf, inLast24h, medicineLogOf } from '../../../shared/dosing/medicine-log.ts'
import { doseQuestion } from '../../../shared/dosing/question.ts'
import type { Verdict } from '../../../shared/dosing/verdict.ts'
import { doseText, ingredientName } from '../../../shared/words/medicine.ts'
import { responseSentences } from '../../../shared/words/response.ts'
import { agoText, momentText } from '../../../shared/words/time.ts'
import { verdictSentence, verdictTitle } from '../../../shared/words/verdict.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { markOf, type MedicineMark } from '../../views/entry-words.ts'
import { situationOf } from '../../views/situation.ts'
import { toneOf, type Tone } from '../../views/verdict-tone.ts'

/** What has been given of one ingredient in the last 24 hours, and what stands against more of it. */
export interface MedicineCard {
  readonly ingredient: string
  readonly mark: MedicineMark
  readonly name: string
  readonly elapsed: string
  readonly last: string
  readonly counts: string
  readonly verdict: Verdict
  readonly title: string
  readonly tone: Tone
  readonly sentence: string
  readonly response: string
}

export function medicineCards(
  current: CurrentChild,
  responses: readonly Response[],
  state: ScreenState,
): readonly MedicineCard[] {
  const { record } = current
  const log = medicineLogOf(record)
  const given = inLast24h(log.doses, state.now).flatMap(({ contents }) => contents.ingredients)
  const ingredients = new Set(given.map(({ ingredient }) => ingredient).filter(isAntipyretic))
  return [...ingredients].flatMap((ingredient) => {
    const doses = inLast24h(dosesOf(log, ingredient), state.now)
    const last = record.entries.find(({ id }) => id === doses[doses.length - 1]?.id)
    return last?.kind === 'dose' ? [cardOf(ingredient, last, current, responses, state)] : []
  })
}

const isAntipyretic = (ingredient: string): boolean => ingredientOf(ingredient)?.antipyretic === true

type Dose = Extract<CurrentChild['record']['entries'][number], { kind: 'dose' }>

function cardOf(
  ingredient: string,
  last: Dose,
  current: CurrentChild,
  responses: readonly Response[],
  state: ScreenState,
): MedicineCard {
  const { now, preferences, texts } = state
  const { record, zone } = current
  const { language } = preferences
  const [found] = checkDose(record, doseQuestion({ ingredient }), now, situationOf(current, state)).ingredients
  const check = ingredientVerdictToJson(found!, zone)
  const limits = limitsOf(ingredient)
  const { mgPerKgIn24h, mgIn24h } = check
  const amount =
    mgPerKgIn24h !== null
      ? texts.now.perKg(String(mgPerKgIn24h), limits?.perKgIn24h.value ?? null)
      : mgIn24h === null
        ? ''
        : texts.now.mg(String(mgIn24h))
  const response = responses.find((one) => one.doseId === last.id && one.ingredient === ingredient)
  const words = [momentText(last.at, now, zone, language), last.by ?? '', doseText(last, record.products, language)]
  return {
    ingredient,
    mark: markOf(ingredient),
    name: ingredientName(ingredient, language),
    elapsed: agoText(last.at, now, language),
    last: words.filter((word) => word !== '').join(' · '),
    counts: [texts.now.counts(check.dosesIn24h, limits?.dosesIn24h.value ?? null), amount]
      .filter((part) => part !== '')
      .join(' · '),
    verdict: check.verdict,
    title: verdictTitle(check.verdict, language),
    tone: toneOf(check.verdict),
    sentence: verdictSentence(check, { ...record, now, zone, language }),
    response: response?.evaluable ? responseSentences(response, language)[0]! : '',
  }
}
