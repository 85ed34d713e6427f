import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type DoseEntry } from '../record/entry.ts'
import { indexProducts, ingredientsOf, type ProductIndex } from '../dosing/contents.ts'
import type { Instant } from '../time/instant.ts'
import { clockText } from '../time/zone.ts'
import { tenthsToCelsius, toTenths } from '../units/temperature.ts'
import { amountText, doseText } from '../words/medicine.ts'
import { NO_RIM, type Mark, type MarkLineItem, type ScatterSeries } from './chart-option.ts'
import { isShown, textWidth, type Frame } from './chart-view.ts'
import type { Palette } from './palette.ts'
import type { SiteReadings } from './site-readings.ts'

const SYMBOL = 12

/** Height of the lane under the curve that holds the doses: a mark and its amount. */
export const doseLaneHeight = ({ fontSize }: Frame): number => SYMBOL + fontSize + 10

/** The doses of the span, oldest first. */
export const shownDoses = ({ entries }: ChildRecord, { view }: Frame): readonly DoseEntry[] =>
  entries.filter((entry): entry is DoseEntry => entry.kind === 'dose' && isShown(entry.at, view.span)).sort(byTime)

/** Too many doses to stand apart, let alone to be tied to the curve one by one. */
const areDense = (doses: readonly DoseEntry[], { plotWidth, visible }: Frame): boolean =>
  doses.filter(({ at }) => isShown(at, visible)).length * SYMBOL * 1.5 > plotWidth

/** The doses as ◆ paracetamol, ▲ ibuprofen, ● other, with their amounts where there is room. `y` is in px of the lanes. */
export function doseSeries(doses: readonly DoseEntry[], record: ChildRecord, y: number, frame: Frame): ScatterSeries {
  const products = indexProducts(record.products)
  const data: Mark[] = []
  const isDense = areDense(doses, frame)
  let labelledTo = -Infinity
  let markedTo = -Infinity
  for (const dose of doses) {
    const x = frame.xOf(dose.at)
    // Two medicines of one moment stand side by side, so that neither hides the other.
    const shift = isDense ? 0 : Math.max(0, markedTo + 1 - (x - SYMBOL / 2))
    const amount = amountText(dose, record.products, frame.view.language)
    const width = amount === null ? 0 : textWidth(amount, frame.fontSize - 1)
    const hasRoom = amount !== null && x + shift - width / 2 > labelledTo + 2
    if (hasRoom) labelledTo = x + shift + width / 2
    markedTo = x + shift + SYMBOL / 2
    data.push(markOf(dose, hasRoom ? amount : null, shift, y, record, products, frame))
  }
  return {
    id: 'doses',
    name: frame.view.language === 'zh' ? '用药' : 'medicine',
    type: 'scatter',
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 5,
    symbolSize: SYMBOL,
    data,
  }
}

function markOf(
  dose: DoseEntry,
  amount: string | null,
  shift: number,
  y: number,
  { products: list }: ChildRecord,
  products: ProductIndex,
  { view, palette, fontSize }: Frame,
): Mark {
  const words = [clockText(dose.at, view.zone), doseText(dose, list, view.language)]
  return {
    value: [dose.at, y],
    entryId: dose.id,
    tip: [...words, ...(dose.by === null ? [] : [dose.by])].join('  '),
    symbolOffset: [shift, 0],
    ...doseMark(dose, products, palette),
    ...(amount === null
      ? {}
      : {
          label: {
            ...NO_RIM,
            show: true,
            formatter: amount,
            position: 'bottom',
            distance: 3,
            color: palette.secondary,
            fontSize: fontSize - 1,
          },
        }),
  }
}

/** ◆ ▲ ●: shapes that grey printing keeps apart. */
const SHAPES = {
  paracetamol: ['diamond', 'paracetamol'],
  ibuprofen: ['triangle', 'ibuprofen'],
  other: ['circle', 'otherMedicine'],
} as const

/** The shape and colour of a dose's mark. */
export function doseMark(
  dose: DoseEntry,
  products: ProductIndex,
  palette: Palette,
): Pick<Mark, 'symbol' | 'itemStyle'> {
  const [symbol, color] = SHAPES[shapeOf(dose, products)]
  return { symbol, itemStyle: { color: palette[color], opacity: 1 } }
}

function shapeOf(dose: DoseEntry, products: ProductIndex): keyof typeof SHAPES {
  const held = ingredientsOf(dose, products).ingredients.map(({ ingredient }) => ingredient)
  if (held.includes('paracetamol')) return 'paracetamol'
  return held.includes('ibuprofen') ? 'ibuprofen' : 'other'
}

/** Faint lines that tie each dose to the drawn curve above it; none where no line is drawn at that time. */
export function dropLines(
  doses: readonly DoseEntry[],
  sites: readonly SiteReadings[],
  bottomCelsius: number,
  frame: Frame,
): readonly MarkLineItem[] {
  if (areDense(doses, frame)) return []
  return doses.flatMap(({ at }): MarkLineItem[] => {
    const celsius = drawnAt(at, sites)
    if (celsius === null) return []
    const lineStyle = { color: frame.palette.secondary, width: 1, type: 'solid', opacity: 0.3 } as const
    return [[{ coord: [at, bottomCelsius], lineStyle, label: { show: false } }, { coord: [at, celsius] }]]
  })
}

/** Where the line of the main site passes at a time, in ℃: a place in the picture, not a temperature. */
function drawnAt(at: Instant, [main]: readonly SiteReadings[]): number | null {
  if (!main) return null
  const { readings } = main
  const next = readings.findIndex((reading) => reading.at >= at)
  const [from, to] = [readings[next - 1], readings[next]]
  if (!to) return null
  const end = tenthsToCelsius(toTenths(to.temperature))
  if (to.at === at) return end
  if (!from) return null
  const start = tenthsToCelsius(toTenths(from.temperature))
  return start + ((end - start) * (at - from.at)) / (to.at - from.at)
}
