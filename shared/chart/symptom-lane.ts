import type { ChildRecord } from '../record/child-record.ts'
import { byTime, type SymptomEntry } from '../record/entry.ts'
import { symptomOf, type SymptomLevel } from '../symptoms/vocabulary.ts'
import { clockText } from '../time/zone.ts'
import { symptomName } from '../words/symptom.ts'
import { NO_RIM, type Mark, type ScatterSeries } from './chart-option.ts'
import { isShown, textWidth, type Frame } from './chart-view.ts'

export const symptomLaneHeight = ({ fontSize }: Frame): number => fontSize + 8

/** The symptoms noted as present in the span, oldest first. */
export const shownSymptoms = ({ entries }: ChildRecord, { view }: Frame): readonly SymptomEntry[] =>
  entries
    .filter((entry): entry is SymptomEntry => entry.kind === 'symptom' && entry.present && isShown(entry.at, view.span))
    .sort(byTime)

/** Symptoms as small words, those too close to stand apart merged into one (`抽搐 +2`), the most urgent by name. */
export function symptomSeries(symptoms: readonly SymptomEntry[], y: number, frame: Frame): ScatterSeries {
  return {
    id: 'symptoms',
    name: frame.view.language === 'zh' ? '症状' : 'symptoms',
    type: 'scatter',
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 5,
    symbol: 'circle',
    symbolSize: 4,
    data: merged(symptoms, frame).map((group) => markOf(group, y, frame)),
  }
}

type Group = readonly [SymptomEntry, ...SymptomEntry[]]

const DOT = 8
const APART = 6

/** Words stand right of their dot, or left of it where the chart ends. */
interface Extent {
  readonly from: number
  readonly to: number
  readonly isLeft: boolean
}

function extentOf(group: Group, frame: Frame): Extent {
  const x = frame.xOf(group[0].at)
  const width = DOT + textWidth(wordsOf(group, frame), frame.fontSize - 1)
  const isLeft = x + width > frame.left + frame.plotWidth + frame.right
  return isLeft ? { from: x - width, to: x + DOT / 2, isLeft } : { from: x - DOT / 2, to: x + width, isLeft }
}

function merged(symptoms: readonly SymptomEntry[], frame: Frame): readonly Group[] {
  const groups: Group[] = []
  for (const symptom of symptoms) {
    let group: Group = [symptom]
    // Merging makes a word longer, which may touch the one before it in turn.
    for (let last = groups[groups.length - 1]; last && touches(last, group, frame); last = groups[groups.length - 1]) {
      group = [...last, ...group]
      groups.pop()
    }
    groups.push(group)
  }
  return groups
}

const touches = (left: Group, right: Group, frame: Frame): boolean =>
  extentOf(right, frame).from < extentOf(left, frame).to + APART

const URGENCY: readonly SymptomLevel[] = ['now', 'same_day', 'contact', 'none']

const urgencyOf = ({ code }: SymptomEntry): number => URGENCY.indexOf(symptomOf(code)?.level ?? 'none')

const mostUrgent = (group: Group): SymptomEntry =>
  group.reduce((most, one) => (urgencyOf(one) < urgencyOf(most) ? one : most))

function wordsOf(group: Group, { view }: Frame): string {
  const others = new Set(group.map(({ code }) => code)).size - 1
  const name = symptomName(mostUrgent(group).code, view.language)
    .split(/[、,(/]/)[0]!
    .trim()
  return others > 0 ? `${name} +${others}` : name
}

function markOf(group: Group, y: number, frame: Frame): Mark {
  const { palette, view, fontSize } = frame
  const [first] = group
  return {
    value: [first.at, y],
    entryId: mostUrgent(group).id,
    entryIds: group.map(({ id }) => id),
    tip: group.map(({ at, code }) => `${clockText(at, view.zone)}  ${symptomName(code, view.language)}`).join('\n'),
    itemStyle: { color: palette.secondary, opacity: 1 },
    label: {
      ...NO_RIM,
      show: true,
      formatter: wordsOf(group, frame),
      position: extentOf(group, frame).isLeft ? 'left' : 'right',
      distance: 3,
      color: palette.secondary,
      fontSize: fontSize - 1,
    },
  }
}
