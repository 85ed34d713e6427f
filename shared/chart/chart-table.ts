import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type Entry, type TemperatureEntry } from '../record/entry.ts'
import { HOUR, type Instant } from '../time/instant.ts'
import { clockText } from '../time/zone.ts'
import { toTenths } from '../units/temperature.ts'
import { readingText, siteName, temperatureText } from '../words/measure.ts'
import { doseText } from '../words/medicine.ts'
import { absenceText, symptomName } from '../words/symptom.ts'
import { dayText, durationText, minutesBetween } from '../words/time.ts'
import { isShown, type ChartView } from './chart-view.ts'

/** One line of the chart's twin for those who cannot see it. */
export interface ChartRow {
  readonly kind: 'reading' | 'dose' | 'symptom' | 'gap'
  /** The entry a tap opens; null for a gap in measuring. */
  readonly entryId: string | null
  readonly at: Instant
  readonly day: string
  readonly time: string
  readonly text: string
  readonly by: string | null
}

const GAP = 2 * HOUR

/** What the table needs to know of how somebody looks at it. */
type TableView = Pick<ChartView, 'span' | 'zone' | 'language' | 'unit'>

/** Everything the chart shows as rows in the order of time, gaps of more than 2 h in measuring included. */
export function chartTable(record: ChildRecord, view: TableView): readonly ChartRow[] {
  const rows: ChartRow[] = []
  let lastReading: TemperatureEntry | null = null
  for (const entry of record.entries.filter(({ at }) => isShown(at, view.span)).sort(byTime)) {
    const row = rowOf(entry, record, view)
    if (!row) continue
    if (entry.kind === 'temperature') {
      if (lastReading && entry.at - lastReading.at > GAP) rows.push(gapRow(lastReading.at, entry.at, view))
      lastReading = entry
    }
    rows.push(row)
  }
  return rows
}

function rowOf(entry: Entry, { products }: ChildRecord, view: TableView): ChartRow | null {
  const { zone, language } = view
  const { id: entryId, at, by } = entry
  const head = { entryId, at, by, day: dayText(at, zone, language), time: clockText(at, zone) }
  switch (entry.kind) {
    case 'temperature':
      return { ...head, kind: 'reading', text: readingWords(entry, view) }
    case 'dose':
      return { ...head, kind: 'dose', text: doseText(entry, products, language) }
    case 'symptom':
      return { ...head, kind: 'symptom', text: (entry.present ? symptomName : absenceText)(entry.code, language) }
    case 'answer':
    case 'note':
      return null
  }
}

const readingWords = ({ temperature, site }: TemperatureEntry, { language, unit }: TableView): string =>
  unit === 'fahrenheit'
    ? `${temperatureText(temperature, unit)}${language === 'zh' ? `（${siteName(site, 'zh')}）` : ` (${siteName(site, 'en')})`}`
    : readingText(toTenths(temperature), site, language)

function gapRow(from: Instant, to: Instant, { zone, language }: TableView): ChartRow {
  const span = durationText(minutesBetween(from, to), language)
  return {
    kind: 'gap',
    entryId: null,
    at: from,
    by: null,
    day: dayText(from, zone, language),
    time: `${clockText(from, zone)}–${clockText(to, zone)}`,
    text:
      language === 'zh'
        ? `${span}没有量，中间的体温我们不知道`
        : `not measured for ${span}; what it was between we do not know`,
  }
}
