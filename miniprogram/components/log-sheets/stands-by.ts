import type { DoseCheckJson } from '../../../shared/dosing/verdict.ts'
import { centiCelsius } from '../../../shared/units/temperature.ts'
import { temperatureText, type TemperatureUnit } from '../../../shared/words/measure.ts'
import { checkSentence } from '../../../shared/words/verdict.ts'
import { screenState } from '../../behaviors/screen.ts'
import { seesOthers } from '../../services/sync/connection.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import type { TemperatureContent } from '../../views/entry-content.ts'
import { asksAgain } from '../../views/verdict-tone.ts'
import { ask } from '../../wiring.ts'
import type { VerdictView } from '../dose-sheet/dose-sheet.view.ts'
import { saidSoFar } from './asking.ts'
import { oddityOf } from './content.ts'
import type { Subject } from './subject.ts'

/** Whether a reading that is odd among the others was meant as it is. */
export async function standsByReading(
  content: TemperatureContent,
  { row, current }: Subject,
  unit: TemperatureUnit,
): Promise<boolean> {
  const odd = oddityOf(content, row?.id ?? null, current.record)
  if (odd === null) return true
  const { askTitle, ask: question, odd: reasons, keep, change } = screenState().texts.temperature
  const reading = temperatureText(centiCelsius(content.celsius), unit)
  return ask({ title: askTitle, text: question(reading, reasons[odd]), yes: keep, no: change })
}

/** Whether a dose is to be written down with what stands against it. */
export async function standsByDose(shown: VerdictView | null): Promise<boolean> {
  const check = saidSoFar()
  if (shown === null || check === null || !asksAgain(check.verdict)) return true
  const { askTitle, askTail, askYes, askNo } = screenState().texts.dose
  return ask({ title: askTitle, text: `${shown.sentence}\n${askTail}`, yes: askYes, no: askNo })
}

/** Whether the person wants to give it in spite of what stands against it, and though the others cannot hear of it now. */
export async function standsByAnnouncing(
  check: DoseCheckJson | null,
  { record, zone }: CurrentChild,
): Promise<boolean> {
  const { texts, preferences, connection, now } = screenState()
  const { askTail, askYes, askNo, unseenTitle, unseen } = texts.intent
  if (check && asksAgain(check.verdict)) {
    const sentence = checkSentence(check, { ...record, now, zone, language: preferences.language })
    const isSure = await ask({
      title: texts.dose.askTitle,
      text: `${sentence}\n${askTail}`,
      yes: askYes,
      no: askNo,
    })
    if (!isSure) return false
  }
  return seesOthers(connection, now) || ask({ title: unseenTitle, text: unseen, yes: askYes, no: askNo })
}
