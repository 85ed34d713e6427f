import type { Span } from '../../../shared/chart/chart-view.ts'
import { chartTable, type ChartRow } from '../../../shared/chart/chart-table.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'

/** The chart's twin in words. */
export interface TableView {
  readonly title: string
  readonly rows: readonly TableRow[]
  readonly hasMore: boolean
}

export interface TableRow {
  readonly key: string
  /** The day, on its first line; empty on the others. */
  readonly heading: string
  readonly kind: ChartRow['kind']
  /** The entry a tap opens; empty for a gap. */
  readonly entryId: string
  readonly time: string
  readonly text: string
  readonly by: string
  readonly aria: string
}

/** How many lines are shown at first, and how many more at each asking: more than a night has. */
export const LINES = 150

export function tableView(
  { record, zone }: CurrentChild,
  span: Span,
  lines: number,
  { texts, preferences }: ScreenState,
): TableView {
  const rows = chartTable(record, { span, zone, language: preferences.language, unit: preferences.unit })
  const { tableKinds, tableTitle } = texts.curve
  return {
    title: tableTitle,
    rows: rows.slice(0, lines).map(({ kind, entryId, day, time, text, by }, index) => ({
      key: entryId ?? `gap ${rows[index]!.at}`,
      heading: day === rows[index - 1]?.day ? '' : day,
      kind,
      entryId: entryId ?? '',
      time,
      text,
      by: by ?? '',
      // What is seen is heard in the same order.
      aria: [day, kind === 'gap' ? '' : tableKinds[kind], time, text, by ?? ''].filter((word) => word !== '').join(' '),
    })),
    hasMore: rows.length > lines,
  }
}
