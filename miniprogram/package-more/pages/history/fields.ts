import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import { entryFromJson } from '../../../../shared/record/entry-json.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { siteName, temperatureText } from '../../../../shared/words/measure.ts'
import { amountText, medicineName } from '../../../../shared/words/medicine.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { productOf } from '../../../stores/records/child-record.ts'
import { entryWords } from '../../../views/entry-words.ts'
import type { HistoryTexts } from '../../texts/history.ts'

type Field = keyof HistoryTexts['fields']

/** What an entry says, piece by piece, so that two versions of it can be compared. */
export function fieldsOf(content: EntryContent, zone: Zone, state: ScreenState): ReadonlyMap<Field, string> {
  const entry = entryFromJson({ ...content, id: '' })
  const at = momentText(entry.at, state.now, zone, state.preferences.language)
  return new Map<Field, string>([...saidOf(entry, state), ['at', at]])
}

function saidOf(entry: Entry, { family, preferences, texts }: ScreenState): readonly (readonly [Field, string])[] {
  const { language, unit } = preferences
  const products = [...family.products, ...family.formerProducts].map(productOf)
  switch (entry.kind) {
    case 'temperature':
      return [
        ['reading', temperatureText(entry.temperature, unit)],
        ['site', siteName(entry.site, language)],
      ]
    case 'dose':
      return [
        ['medicine', medicineName(entry, products, language)],
        ['amount', amountText(entry, products, language) ?? texts.dose.amountUnknown],
        ['outcome', texts.dose[entry.outcome ?? 'kept']],
      ]
    case 'symptom':
    case 'answer':
    case 'note':
      return [['said', entryWords(entry, products, preferences, texts).title]]
  }
}
