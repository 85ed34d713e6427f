import type { ChildRecord } from '../../../shared/record/child-record.ts'
import { SYMPTOMS, SYMPTOM_GROUPS, symptomOf, type SymptomGroup } from '../../../shared/symptoms/vocabulary.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import { symptomGroupName } from '../../../shared/words/symptom.ts'
import { momentText } from '../../../shared/words/time.ts'
import { textsOf, zoneIn, type SheetContext } from '../../views/sheet-context.ts'

/** What was last said of a symptom in 24 hours. */
export interface LastSaid {
  readonly present: boolean
  readonly at: Instant
}

export interface SymptomSheetView {
  readonly title: string
  readonly closeText: string
  readonly yes: string
  readonly no: string
  readonly hint: string
  readonly note: string
  /** Opens the list of questions. */
  readonly ask: string
  readonly groups: readonly {
    readonly id: SymptomGroup
    readonly name: string
    /** What to do about this group. */
    readonly advice: string
    readonly symptoms: readonly {
      readonly code: string
      readonly name: string
      readonly said: '' | 'yes' | 'no'
      readonly time: string
    }[]
  }[]
}

/** The last answer to each symptom within 24 hours, by its code. */
export function lastSaid({ entries }: ChildRecord, now: Instant): Readonly<Record<string, LastSaid>> {
  const said: Record<string, LastSaid> = {}
  for (const entry of entries) {
    if (entry.kind !== 'symptom' || entry.at <= now - DAY || entry.at > now) continue
    const before = said[entry.code]
    if (!before || entry.at >= before.at) said[entry.code] = { present: entry.present, at: entry.at }
  }
  return said
}

export function symptomSheetView(said: Readonly<Record<string, LastSaid>>, context: SheetContext): SymptomSheetView {
  const texts = textsOf(context)
  const { language, now } = context
  const zone = zoneIn(context)
  return {
    title: texts.symptom.titleOf(context.childName),
    closeText: texts.common.close,
    yes: texts.symptom.yes,
    no: texts.symptom.no,
    hint: texts.symptom.hint,
    note: texts.symptom.noNote,
    ask: texts.questions.open,
    groups: SYMPTOM_GROUPS.map((id) => ({
      id,
      name: symptomGroupName(id, language),
      advice: id === 'danger' ? texts.symptom.danger : '',
      symptoms: SYMPTOMS.filter(({ group }) => group === id).map((symptom) => {
        const last = said[symptom.code]
        return {
          code: symptom.code,
          name: symptom[language],
          said: last ? (last.present ? 'yes' : 'no') : '',
          time: last ? momentText(last.at, now, zone, language) : '',
        }
      }),
    })),
  }
}

/** What to say when a symptom was logged as present that cannot wait; empty for any other. */
export function alarmOf(code: string, context: SheetContext): string {
  const symptom = symptomOf(code)
  return symptom?.level === 'now' ? textsOf(context).symptom.dangerNow(symptom[context.language]) : ''
}
