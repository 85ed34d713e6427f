import { analyse } from '../../../shared/analysis/analyse.ts'
import { isShown, type Span } from '../../../shared/chart/chart-view.ts'
import { byTime, type TemperatureEntry } from '../../../shared/record/entry.ts'
import { episodeStatusName } from '../../../shared/words/episode.ts'
import { siteName, temperatureText } from '../../../shared/words/measure.ts'
import { momentText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import type { Texts } from '../../texts/texts.ts'
import { chosenPeriod, periodsOf, type Period } from '../../views/curve-period.ts'
import { waitingOf } from '../../views/screen-status.ts'
import { legendOf, type LegendMark, type LegendSite } from './legend.view.ts'
import { responseCards, type ResponseCard } from './response-cards.view.ts'
import { tableView, type TableView } from './table.view.ts'

export interface CurveView {
  readonly isLarge: boolean
  readonly status: 'loading' | 'guest' | 'no_child' | 'empty' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly chips: readonly { readonly value: string; readonly name: string }[]
  readonly chosen: string
  /** What the period was, in a line. */
  readonly facts: string
  readonly from: number
  readonly to: number
  /** The picture in a sentence. */
  readonly aria: string
  readonly sites: readonly LegendSite[]
  readonly legend: readonly LegendMark[]
  readonly legendNote: string
  readonly responses: readonly ResponseCard[]
  readonly histories: readonly string[]
  readonly table: TableView
  readonly words: Words
}

type Words = Pick<
  Texts['curve'],
  'periods' | 'loading' | 'wide' | 'responses' | 'responsesNote' | 'noResponses' | 'table' | 'tableHide'
> & { readonly more: string }

/** How the person has set this page. */
export interface CurveChoice {
  /** The period; empty: the newest. */
  readonly period: string
  /** How many lines of the table. */
  readonly lines: number
}

const NO_TABLE: TableView = { title: '', rows: [], hasMore: false }

/** The whole screen 曲线, from what is known now. */
export function curveView(state: ScreenState, choice: CurveChoice): CurveView {
  const { current, texts, preferences } = state
  const { curve, common } = texts
  const waiting = waitingOf(state)
  const view: CurveView = {
    isLarge: preferences.isLarge,
    status: waiting?.status ?? 'empty',
    message: waiting?.message ?? curve.noEpisode,
    chips: [],
    chosen: '',
    facts: '',
    from: 0,
    to: 0,
    aria: '',
    sites: [],
    legend: [],
    legendNote: '',
    responses: [],
    histories: [],
    table: NO_TABLE,
    words: {
      periods: curve.periods,
      loading: curve.loading,
      wide: curve.wide,
      responses: curve.responses,
      responsesNote: curve.responsesNote,
      noResponses: curve.noResponses,
      table: curve.table,
      tableHide: curve.tableHide,
      more: common.more,
    },
  }
  return current ? { ...view, ...childView(current, state, choice) } : view
}

function childView(current: CurrentChild, state: ScreenState, { period: id, lines }: CurveChoice): Partial<CurveView> {
  const { record, zone } = current
  const { episodes, responses } = analyse(record, state.now, zone)
  const periods = periodsOf(current, episodes, state)
  const period = chosenPeriod(periods, id)
  const { curve } = state.texts
  if (!period) return record.entries.length > 0 ? { message: curve.noReadings } : {}
  const readings = readingsIn(current, period.span)
  const { sites, marks, note } = legendOf(record, period.span, readings, state)
  return {
    status: 'ready',
    chips: periods.map((one) => ({ value: one.id, name: one.name })),
    chosen: period.id,
    facts: factsOf(period, readings, current, state),
    from: period.span.from,
    to: period.span.to,
    aria: ariaOf(readings, current, state),
    sites,
    legend: marks,
    legendNote: note,
    ...responseCards(current, period.span, responses, state),
    table: tableView(current, period.span, lines, state),
  }
}

const readingsIn = ({ record }: CurrentChild, span: Span): readonly TemperatureEntry[] =>
  record.entries
    .filter((entry): entry is TemperatureEntry => entry.kind === 'temperature' && isShown(entry.at, span))
    .sort(byTime)

/** `昨天 19:10 起 · 第 2 天 · 14 次`: what the curve cannot say at a glance. */
function factsOf(
  { episode }: Period,
  readings: readonly TemperatureEntry[],
  { zone }: CurrentChild,
  { now, texts, preferences }: ScreenState,
): string {
  const { since, day, days, count } = texts.curve
  const counted = count(readings.length)
  if (!episode) return counted
  const start = since(momentText(episode.start, now, zone, preferences.language))
  if (episode.status === 'ongoing') return [start, day(episode.feverDays), counted].join(' · ')
  const status = episodeStatusName(episode.status, preferences.language)
  return [start, days(episode.feverDays), status, counted].join(' · ')
}

function ariaOf(
  readings: readonly TemperatureEntry[],
  { zone }: CurrentChild,
  { now, texts, preferences }: ScreenState,
): string {
  const latest = readings[readings.length - 1]
  if (!latest) return texts.curve.chart
  const highest = readings.reduce((high, one) => (one.temperature > high.temperature ? one : high))
  const say = ({ temperature, site, at }: TemperatureEntry): string =>
    [
      temperatureText(temperature, preferences.unit),
      siteName(site, preferences.language),
      momentText(at, now, zone, preferences.language),
    ].join(' ')
  return texts.curve.chartAria(readings.length, say(highest), say(latest))
}
