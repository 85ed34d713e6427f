import { BODY_PARTS, PART_STATES, SYNONYMS, type BodyPart, type PartState } from '../symptoms/synonyms.ts'
import { SYMPTOMS } from '../symptoms/vocabulary.ts'
import { INGREDIENTS } from '../dosing/ingredients.ts'
import { CUE_WORDS } from './words/cue-words.ts'
import { FILLER_WORDS } from './words/filler-words.ts'
import { MEASURE_WORDS } from './words/measure-words.ts'
import { MEDICINE_WORDS } from './words/medicine-words.ts'
import type { Meaning, WordTable } from './words/meaning.ts'
import { TIME_WORDS } from './words/time-words.ts'

export interface LexiconWord {
  readonly text: string
  readonly meanings: readonly Meaning[]
}

const symptomWords: WordTable = SYMPTOMS.flatMap(({ code }) => {
  const { present, absent } = SYNONYMS[code]
  const there = [present, { role: 'symptom', code, present: true }] as const
  return absent === undefined ? [there] : [there, [absent, { role: 'symptom', code, present: false }] as const]
})

const partWords: WordTable = (Object.keys(BODY_PARTS) as BodyPart[]).map((part) => [
  BODY_PARTS[part],
  { role: 'part', part },
])

const stateWords: WordTable = (Object.keys(PART_STATES) as PartState[]).map((state) => [
  PART_STATES[state],
  { role: 'state', state },
])

/** Ingredients by their names; the two whose amount the guard can judge are known as such, the others as free names. */
const ingredientWords: WordTable = INGREDIENTS.map(({ code, zh, en }) => {
  const known = code === 'paracetamol' || code === 'ibuprofen'
  return [`${zh}|${en.toLowerCase()}`, { role: 'medicine', medicine: known ? { ingredient: code } : { product: true } }]
})

const TABLES: readonly WordTable[] = [
  TIME_WORDS,
  MEASURE_WORDS,
  MEDICINE_WORDS,
  ingredientWords,
  symptomWords,
  partWords,
  stateWords,
  CUE_WORDS,
  FILLER_WORDS,
]

/** All words by their first character, the longest first: of two that fit, the longer one is meant (想吐 before 想). */
const byFirst: ReadonlyMap<string, readonly LexiconWord[]> = index(TABLES)

function index(tables: readonly WordTable[]): ReadonlyMap<string, readonly LexiconWord[]> {
  const meanings = new Map<string, Meaning[]>()
  for (const [words, meaning] of tables.flat())
    for (const word of words.split('|')) meanings.set(word, [...(meanings.get(word) ?? []), meaning])
  const words = new Map<string, LexiconWord[]>()
  for (const [text, all] of meanings) words.set(text[0]!, [...(words.get(text[0]!) ?? []), { text, meanings: all }])
  for (const list of words.values()) list.sort((a, b) => b.text.length - a.text.length)
  return words
}

const LATIN = /[a-z]/

/** The longest word of the lexicon that stands at a place of the text; a Latin word never ends inside another. */
export function wordAt(text: string, at: number): LexiconWord | null {
  for (const word of byFirst.get(text[at]!) ?? []) {
    if (!text.startsWith(word.text, at)) continue
    const end = at + word.text.length
    if (LATIN.test(word.text[word.text.length - 1]!) && end < text.length && LATIN.test(text[end]!)) continue
    return word
  }
  return null
}
