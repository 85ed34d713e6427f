import type { Entry } from '../../shared/record/entry.ts'
import { byTime } from '../../shared/record/entry.ts'
import { symptomOf } from '../../shared/symptoms/vocabulary.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { clockText, dayOf } from '../../shared/time/zone.ts'
import { toTenths } from '../../shared/units/temperature.ts'
import { dayText, momentText } from '../../shared/words/time.ts'
import type { Failure } from '../services/outbox/row.ts'
import type { CurrentChild } from '../stores/current-child.ts'
import type { Preferences } from '../stores/preferences.store.ts'
import type { EntryRow } from '../stores/records/entry-row.ts'
import type { Texts } from '../texts/texts.ts'
import { entryWords, markOfDose } from './entry-words.ts'
import { heatOf } from './heat.ts'

/** One line of the timeline. */
export interface TimelineRow {
  readonly id: string
  /** The day, on its first line; empty on the others. */
  readonly heading: string
  readonly time: string
  /** Icon and class of its colour. */
  readonly icon: string
  readonly tint: string
  readonly isReading: boolean
  readonly title: string
  readonly detail: string
  readonly by: string
  readonly state: '' | 'sending' | 'pending' | 'failed' | 'conflict' | 'warned'
  readonly stateText: string
  /** Why it did not arrive. */
  readonly reason: string
  readonly aria: string
}

export interface TimelineFrame {
  readonly now: Instant
  readonly current: CurrentChild
  readonly preferences: Preferences
  readonly texts: Texts
  /** Whether what is unsent is simply on its way. */
  readonly isConnected: boolean
}

/** The entries as lines, latest first, under the days they belong to. */
export function timelineRows(entries: readonly Entry[], frame: TimelineFrame): readonly TimelineRow[] {
  const { zone, rows } = frame.current
  const rowById = new Map(rows.map((row) => [row.id, row]))
  let day = NaN
  return [...entries]
    .sort((a, b) => byTime(b, a))
    .flatMap((entry) => {
      const row = rowById.get(entry.id)
      if (!row) return []
      const heading = dayOf(entry.at, zone) === day ? '' : headingOf(entry.at, frame)
      day = dayOf(entry.at, zone)
      return [lineOf(entry, row, heading, frame)]
    })
}

function lineOf(entry: Entry, row: EntryRow, heading: string, frame: TimelineFrame): TimelineRow {
  const { current, preferences, texts } = frame
  const { title, detail } = entryWords(entry, current.record.products, preferences, texts)
  const time = clockText(entry.at, current.zone)
  const by = entry.by ?? texts.common.unknownAuthor
  const state = stateOf(row, frame)
  const edited = editedText(row, frame)
  const clock = row.clockOffsetMinutes === null ? '' : texts.row.clock(row.clockOffsetMinutes)
  const small = [detail, edited, clock].filter((part) => part !== '').join(' · ')
  return {
    id: row.id,
    heading,
    time,
    ...lookOf(entry, current),
    isReading: entry.kind === 'temperature',
    title,
    detail: small,
    by,
    ...state,
    aria: [time, title, small, by, state.stateText, state.reason, texts.row.open]
      .filter((part) => part !== '')
      .join(' '),
  }
}

/** `妈妈 03:12 改过`. */
function editedText({ editedBy, editedAt }: EntryRow, { now, current, preferences, texts }: TimelineFrame): string {
  if (editedAt === null) return ''
  const moment = momentText(editedAt, now, current.zone, preferences.language)
  return texts.row.edited(editedBy ?? texts.common.unknownAuthor, moment)
}

function headingOf(at: Instant, { now, current: { zone }, preferences, texts }: TimelineFrame): string {
  const days = dayOf(now, zone) - dayOf(at, zone)
  if (days === 0) return texts.common.today
  return days === 1 ? texts.common.yesterday : dayText(at, zone, preferences.language)
}

/** Icon of an entry, and the class of its colour. */
export function lookOf(entry: Entry, { record }: CurrentChild): Pick<TimelineRow, 'icon' | 'tint'> {
  switch (entry.kind) {
    case 'temperature':
      return { icon: 'thermometer', tint: `heat-${heatOf(toTenths(entry.temperature))}` }
    case 'dose': {
      const mark = markOfDose(entry, record.products)
      return { icon: mark, tint: mark }
    }
    case 'symptom':
      if (entry.code === 'drinking') return { icon: 'cup', tint: 'plain' }
      if (entry.code === 'urinated') return { icon: 'drop', tint: 'plain' }
      return { icon: 'symptom', tint: entry.present && symptomOf(entry.code)?.level === 'now' ? 'danger' : 'plain' }
    case 'answer':
      return { icon: 'symptom', tint: 'plain' }
    case 'note':
      return { icon: 'note', tint: 'plain' }
  }
}

type State = Pick<TimelineRow, 'state' | 'stateText' | 'reason'>

function stateOf(row: EntryRow, { texts, isConnected }: TimelineFrame): State {
  if (row.failure) {
    const { op, failure } = row.failure
    return { state: 'failed', stateText: texts.row[FAILED[op]], reason: reasonOf(failure, texts) }
  }
  if (row.state === 'pending') {
    return isConnected
      ? { state: 'sending', stateText: texts.row.sending, reason: '' }
      : { state: 'pending', stateText: texts.row.pending, reason: '' }
  }
  if (row.conflicts > 0) return { state: 'conflict', stateText: texts.row.conflict, reason: '' }
  const warned = row.check ? texts.row.warned[row.check.verdict] : ''
  return { state: warned === '' ? '' : 'warned', stateText: warned, reason: '' }
}

const FAILED = {
  'entry.create': 'failed',
  'entry.edit': 'failedEdit',
  'entry.delete': 'failedDelete',
  'entry.erase': 'failedDelete',
  'entry.settle': 'failedEdit',
} as const

/** Why the server did not take it. */
export function reasonOf(failure: Failure, { row }: Texts): string {
  switch (failure.kind) {
    case 'rejected':
      return row.rejected[failure.rejection]
    case 'too_large':
      return row.tooLarge
    case 'invalid':
      return row.invalid
  }
}
