import { temperatureText } from '../../../../shared/words/measure.ts'
import { centiCelsius } from '../../../../shared/units/temperature.ts'
import { doseText } from '../../../../shared/words/medicine.ts'
import { checkSentence } from '../../../../shared/words/verdict.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { asksAgain } from '../../../views/verdict-tone.ts'
import { entryOfLine } from './draft-line.ts'
import { recordWith } from './line-checks.ts'
import type { Read } from './read-text.ts'

interface Question {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}

/** What has to be asked once more before lines are written down: odd readings, and doses that something stands against. */
export function questionsBefore(read: Read, current: CurrentChild, state: ScreenState): readonly Question[] {
  return [...oddReadings(read, state), ...doubtfulDoses(read, current, state)]
}

function oddReadings({ lines, odd }: Read, { preferences, texts }: ScreenState): readonly Question[] {
  const { askTitle, ask, odd: reasons, keep, change } = texts.temperature
  const told = lines.flatMap(({ key, content }) => {
    const reason = odd.get(key)
    if (reason === undefined || content.kind !== 'temperature') return []
    return [ask(temperatureText(centiCelsius(content.celsius), preferences.unit), reasons[reason])]
  })
  return told.length === 0 ? [] : [{ title: askTitle, text: told.join('\n'), yes: keep, no: change }]
}

function doubtfulDoses(
  { lines, doses }: Read,
  { record, zone }: CurrentChild,
  state: ScreenState,
): readonly Question[] {
  const { askTitle, askTail, askYes, askNo } = state.texts.dose
  const { language } = state.preferences
  const open = lines.filter((line) => line.state === 'open')
  const whole = recordWith(open, record)
  const told = open.flatMap((line) => {
    const check = doses.get(line.key)
    const entry = entryOfLine(line)
    if (!check || entry.kind !== 'dose' || !asksAgain(check.verdict)) return []
    const sentence = checkSentence(check, { ...whole, now: entry.at, zone, language })
    return [`${doseText(entry, record.products, language)}${language === 'zh' ? '：' : ': '}${sentence}`]
  })
  return told.length === 0 ? [] : [{ title: askTitle, text: [...told, askTail].join('\n'), yes: askYes, no: askNo }]
}
