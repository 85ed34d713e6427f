import { clockText } from '../../../shared/time/zone.ts'
import { doseText } from '../../../shared/words/medicine.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import type { VerdictNews } from '../../stores/verdict-news.store.ts'

/** What is new about doses that nobody has touched, until it has been read. */
export interface VerdictNewsCard {
  readonly lines: readonly string[]
  readonly done: string
}

/** Only what warns, or warned, of a dose of this child; null where there is nothing of it. */
export function verdictNewsCard(
  news: readonly VerdictNews[],
  { record, zone }: CurrentChild,
  { texts, preferences }: ScreenState,
): VerdictNewsCard | null {
  const { warned, newlyWarned, noLongerWarned } = texts.row
  const lines = news.flatMap(({ entryId, was, is }) => {
    const dose = record.entries.find(({ id }) => id === entryId)
    const [before, now] = [warned[was], warned[is]]
    if (dose?.kind !== 'dose' || before === now) return []
    const time = clockText(dose.at, zone)
    const what = doseText(dose, record.products, preferences.language)
    return [now === '' ? noLongerWarned(time, what, before) : newlyWarned(time, what, now)]
  })
  return lines.length === 0 ? null : { lines, done: texts.handover.done }
}
