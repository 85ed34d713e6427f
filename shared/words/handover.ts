import { ingredientVerdictToJson } from '../dosing/dose-check-json.ts'
import type { Edit, Handover } from '../handover/handover.ts'
import type { Product } from '../record/product.ts'
import type { Entry, SymptomEntry } from '../record/entry.ts'
import { clockText, type Zone } from '../time/zone.ts'
import { toTenths } from '../units/temperature.ts'
import type { Language } from './language.ts'
import { celsiusText, siteName } from './measure.ts'
import { doseText, medicineName } from './medicine.ts'
import { redFlagSentence } from './red-flag.ts'
import { spaced } from './spacing.ts'
import { absenceText, symptomName } from './symptom.ts'
import { durationText, minutesBetween, momentText } from './time.ts'
import { verdictSentence } from './verdict.ts'

/** What the sentences of a handover look up. */
export interface HandoverContext {
  readonly products: readonly Product[]
  readonly entries: readonly Entry[]
  readonly zone: Zone
  readonly language: Language
}

/** One sentence of a handover, with what it rests on. */
export interface HandoverSentence {
  readonly kind:
    'rest' | 'temperature' | 'doses' | 'symptoms' | 'intake' | 'inProgress' | 'edited' | 'dosing' | 'redFlag'
  readonly text: string
  readonly entryIds: readonly string[]
}

type Say = (handover: Handover, context: HandoverContext) => readonly HandoverSentence[]

/** `您休息了 3 小时 20 分。量了 4 次，最高 39.1 ℃ …`: what happened, what is in progress, what was changed, and how things stand. */
export const handoverSentences: Say = (handover, context) =>
  [redFlags, rest, temperatures, doses, symptoms, intake, inProgress, edited, dosing].flatMap((say) =>
    say(handover, context),
  )

const rest: Say = ({ from, to }, { language }) => {
  const span = durationText(minutesBetween(from, to), language)
  return [{ kind: 'rest', text: language === 'zh' ? `您休息了 ${span}。` : `You rested for ${span}.`, entryIds: [] }]
}

const temperatures: Say = ({ readings, highest, latest }, { zone, language }) => {
  if (!latest)
    return [{ kind: 'temperature', text: language === 'zh' ? '没有量体温。' : 'No temperature taken.', entryIds: [] }]
  const n = readings.length
  const last = celsiusText(toTenths(latest.temperature))
  const at = clockText(latest.at, zone)
  const site = siteName(latest.site, language)
  const most = highest && celsiusText(highest.value)
  const text =
    language === 'zh'
      ? `量了 ${n} 次${most === null ? '' : `，最高 ${most}`}，最近 ${last}（${site}，${at}）。`
      : `Measured ${n} ${n === 1 ? 'time' : 'times'}${most === null ? '' : `, highest ${most}`}, latest ${last} (${site}, ${at}).`
  return [{ kind: 'temperature', text, entryIds: readings.map(({ id }) => id) }]
}

const doses: Say = ({ doses: given }, { products, zone, language }) => {
  if (given.length === 0) return []
  const list = given.map((dose) => {
    const [at, what] = [clockText(dose.at, zone), doseText(dose, products, language)]
    if (language === 'zh') return spaced(dose.by ?? '', at, '喂了', what)
    return dose.by === null ? `${what} was given at ${at}` : `${dose.by} gave ${what} at ${at}`
  })
  const text = language === 'zh' ? `${list.join('；')}。` : `${list.join('; ')}.`
  return [{ kind: 'doses', text, entryIds: given.map(({ id }) => id) }]
}

const symptoms: Say = ({ symptoms: noted }, { zone, language }) => {
  if (noted.length === 0) return []
  const list = noted.map((symptom) => symptomText(symptom, zone, language))
  const text = language === 'zh' ? `记了：${list.join('、')}。` : `Noted: ${list.join(', ')}.`
  return [{ kind: 'symptoms', text, entryIds: noted.map(({ id }) => id) }]
}

function symptomText({ code, present, at }: SymptomEntry, zone: Zone, language: Language): string {
  const name = (present ? symptomName : absenceText)(code, language)
  return language === 'zh' ? `${name}（${clockText(at, zone)}）` : `${name} (${clockText(at, zone)})`
}

/** Nothing noted is told as such: nobody knows, which is not the same as nothing drunk. */
const intake: Say = ({ drinks, urine }, { language }) => {
  const counted = (zh: string, en: string, n: number): string => {
    if (language === 'zh') return n === 0 ? `${zh}：没有记录` : `${zh} ${n} 次`
    return n === 0 ? `${en}: not noted` : `${en}: ${n} ${n === 1 ? 'time' : 'times'}`
  }
  const parts = [counted('喝水', 'Drank', drinks.length), counted('尿', 'passed urine', urine.length)]
  const text = language === 'zh' ? `${parts.join('；')}。` : `${parts.join('; ')}.`
  return [{ kind: 'intake', text, entryIds: [...drinks, ...urine].map(({ id }) => id) }]
}

const inProgress: Say = ({ inProgress: running }, { products, zone, language }) =>
  running.map(({ at, by, medicine }) => {
    const name = medicineName(medicine, products, language)
    const text =
      language === 'zh'
        ? `${spaced(by ?? '有人', clockText(at, zone), '说要喂', name)}，还没记喂没喂。`
        : `${by ?? 'Someone'} said at ${clockText(at, zone)} they are giving ${name}, and has not said whether they did.`
    return { kind: 'inProgress', text, entryIds: [] }
  })

const edited: Say = ({ edited: edits, to }, { zone, language }) => {
  if (edits.length === 0) return []
  const list = edits.map((edit) => editText(edit, momentText(edit.at, to, zone, language), language))
  const text = language === 'zh' ? `${list.join('；')}。` : `${list.join('; ')}.`
  return [{ kind: 'edited', text, entryIds: edits.map(({ entryId }) => entryId) }]
}

function editText({ by, deleted }: Edit, at: string, language: Language): string {
  if (language === 'zh') return spaced(by ?? '有人', at, deleted ? '删了一条记录' : '改了一条记录')
  return `${by ?? 'Someone'} ${deleted ? 'deleted' : 'changed'} an entry at ${at}`
}

/** How the medicines stand that were given in the last 24 hours; of the others nothing needs to be handed over. */
const dosing: Say = ({ dosing: verdicts, to }, { products, entries, zone, language }) => {
  return verdicts
    .filter(({ dosesIn24h }) => dosesIn24h > 0)
    .map((one) => ({
      kind: 'dosing',
      text: verdictSentence(ingredientVerdictToJson(one, zone), { entries, products, now: to, zone, language }),
      entryIds: [...new Set(one.evidence.flatMap(({ entryIds }) => entryIds))],
    }))
}

const redFlags: Say = ({ redFlags: flags }, { language }) =>
  flags.map((flag) => ({ kind: 'redFlag', text: redFlagSentence(flag, language), entryIds: flag.entryIds }))
