import { weightAt } from '../dosing/body-weight.ts'
import { indexProducts, ingredientsOf, type DoseContents } from '../dosing/contents.ts'
import { ingredientOf } from '../dosing/ingredients.ts'
import type { DoseEntry } from '../record/entry.ts'
import { toMg, type Microgram } from '../units/medicine.ts'
import { doseText, ingredientName, medicineName } from '../words/medicine.ts'
import { spaced } from '../words/spacing.ts'
import { sentence, type Story, type SummarySentence } from './episode-story.ts'

interface Given {
  readonly dose: DoseEntry
  readonly contents: DoseContents
}

/** The antipyretics per ingredient with every time and amount, then the other medicines; that none is recorded is said too. */
export function doseSentences(story: Story): readonly SummarySentence[] {
  const products = indexProducts(story.record.products)
  const given = story.doses.map((dose) => ({ dose, contents: ingredientsOf(dose, products) }))
  const antipyretics = given.filter(({ contents }) => contents.antipyretic === 'yes')
  const others = given.filter(({ contents }) => contents.antipyretic !== 'yes')
  return [
    ...(antipyretics.length === 0 ? [noneRecorded(story)] : perIngredient(antipyretics, story)),
    ...(others.length === 0 ? [] : [otherMedicines(others, story)]),
  ]
}

const noneRecorded = ({ language }: Story): SummarySentence => ({
  kind: 'doses',
  text: language === 'zh' ? '没有用退烧药的记录。' : 'No fever medicine is recorded.',
  entryIds: [],
})

function perIngredient(given: readonly Given[], story: Story): readonly SummarySentence[] {
  const groups = new Map<string, Given[]>()
  for (const one of given) for (const name of namesOf(one, story)) groups.set(name, [...(groups.get(name) ?? []), one])
  return [...groups].map(([name, doses]) => {
    const list = doses.map((one) => givenText(one, name, story))
    const n = doses.length
    return {
      kind: 'doses',
      text:
        story.language === 'zh'
          ? `${spaced(name, `${n} 次`)}：${list.join('；')}。`
          : sentence(`${name}, ${n} ${n === 1 ? 'dose' : 'doses'}: ${list.join('; ')}.`),
      entryIds: doses.map(({ dose }) => dose.id),
    }
  })
}

/** Names of the antipyretic ingredients of a dose; the medicine's own name when nobody knows them. */
function namesOf({ dose, contents }: Given, { record, language }: Story): readonly string[] {
  const codes = contents.ingredients.map(({ ingredient }) => ingredient)
  const antipyretic = codes.filter((code) => ingredientOf(code)?.antipyretic === true)
  if (antipyretic.length === 0) return [medicineName(dose, record.products, language)]
  return antipyretic.map((code) => ingredientName(code, language))
}

function givenText({ dose, contents }: Given, name: string, story: Story): string {
  const { record, language, audience, timeText } = story
  const what = `${timeText(dose.at)} ${doseText(dose, record.products, language)}`
  const part = contents.ingredients.find(({ ingredient }) => ingredientName(ingredient, language) === name)
  const mass = audience === 'doctor' && part?.mass != null ? [massText(part.mass, dose, story)] : []
  const notes = [...mass, ...outcomeText(dose, language)]
  if (notes.length === 0) return what
  return language === 'zh' ? `${what}（${notes.join('，')}）` : `${what} (${notes.join(', ')})`
}

/** `100 mg，7.0 mg/kg`: what of the ingredient was in it, for the doctor. */
function massText(mass: Microgram, { at }: DoseEntry, { record, zone, language }: Story): string {
  const weight = weightAt(record, at, zone)
  if (!weight) return `${toMg(mass)} mg`
  const perKg = (Math.floor((mass * 20 + weight.weight) / (2 * weight.weight)) / 10).toFixed(1)
  return `${toMg(mass)} mg${language === 'zh' ? '，' : ', '}${perKg} mg/kg`
}

function outcomeText({ outcome }: DoseEntry, language: Story['language']): readonly string[] {
  if (outcome === 'vomited') return [language === 'zh' ? '吐了' : 'vomited']
  if (outcome === 'spat') return [language === 'zh' ? '吐出来了一些' : 'spat out']
  return []
}

function otherMedicines(given: readonly Given[], { record, language, timeText }: Story): SummarySentence {
  const list = given.map(({ dose }) => `${timeText(dose.at)} ${doseText(dose, record.products, language)}`)
  return {
    kind: 'otherMedicine',
    text: language === 'zh' ? `其他药：${list.join('；')}。` : `Other medicines: ${list.join('; ')}.`,
    entryIds: given.map(({ dose }) => dose.id),
  }
}
