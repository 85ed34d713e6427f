import { handoverBetween } from '../../../shared/handover/handover.ts'
import { handoverSentences, type HandoverSentence } from '../../../shared/words/handover.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { Absence } from '../../stores/absence.store.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { situationOf } from '../../views/situation.ts'

/** What happened while nobody looked at this phone, to be read once. */
export interface HandoverCard {
  readonly title: string
  readonly sentences: readonly string[]
  readonly done: string
}

/** The hints and the medicines stand on this very screen. */
const SAID_ELSEWHERE: readonly HandoverSentence['kind'][] = ['redFlag', 'dosing']

/** null when nobody was away, or nothing was written down in the meantime. */
export function handoverCard(absence: Absence | null, current: CurrentChild, state: ScreenState): HandoverCard | null {
  if (!absence) return null
  const { record, zone } = current
  const { language } = state.preferences
  const { from, to } = absence
  const happened = record.entries.some(({ at }) => at > from && at <= to)
  if (!happened) return null
  const handover = handoverBetween(record, from, to, situationOf(current, state))
  const context = { products: record.products, entries: record.entries, zone, language }
  return {
    title: state.texts.handover.title,
    sentences: handoverSentences(handover, context)
      .filter(({ kind }) => !SAID_ELSEWHERE.includes(kind))
      .map(({ text }) => text),
    done: state.texts.handover.done,
  }
}
