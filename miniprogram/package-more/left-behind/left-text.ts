import { byTime } from '../../../shared/record/entry.ts'
import { clockText, zoneOf, type Zone } from '../../../shared/time/zone.ts'
import { toKg } from '../../../shared/units/weight.ts'
import { dayText } from '../../../shared/words/time.ts'
import type { LeftFamily } from '../../services/left-behind/left-behind.ts'
import { childRecordOf } from '../../stores/records/child-record.ts'
import type { Preferences } from '../../stores/preferences.store.ts'
import type { Child, Family } from '../../stores/records/family.ts'
import type { Texts } from '../../texts/texts.ts'
import { entryWords } from '../../views/entry-words.ts'

/** What was left behind, one line each, for any chat or notebook. `here`: the phone's zone. */
export function leftText({ name, family }: LeftFamily, preferences: Preferences, texts: Texts, here: Zone): string {
  const blocks = family.children
    .map((child) => linesOf(child, family, preferences, texts, here))
    .filter((lines) => lines.length > 1)
  return [...(name === '' ? [] : [[name]]), ...blocks].map((lines) => lines.join('\n')).join('\n\n')
}

function linesOf(child: Child, family: Family, preferences: Preferences, texts: Texts, here: Zone): readonly string[] {
  const { language } = preferences
  const zone = zoneOf(child.timeZone, here)
  const record = childRecordOf(family, child)
  const entries = [...record.entries].sort(byTime).map((entry) => {
    const { title, detail } = entryWords(entry, record.products, preferences, texts)
    const when = `${dayText(entry.at, zone, language)} ${clockText(entry.at, zone)}`
    return [when, title, detail, entry.by ?? ''].filter((part) => part !== '').join(' ')
  })
  const weights = record.weights.map(({ on, weight }) => `${on} ${toKg(weight)} kg`)
  return [child.name, ...weights, ...entries]
}
