import { isShown, type Span } from '../../../shared/chart/chart-view.ts'
import type { ChildRecord } from '../../../shared/record/child-record.ts'
import { SITES, type Site, type TemperatureEntry } from '../../../shared/record/entry.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { siteName } from '../../../shared/words/measure.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import { markOfDose, type MedicineMark } from '../../views/entry-words.ts'

/** A mark of the lane under the curve, and what it stands for. */
export interface LegendMark {
  readonly mark: MedicineMark
  readonly name: string
}

/** The points of a line, and where they were taken. */
export interface LegendSite {
  readonly site: Site
  readonly name: string
}

const MARKS: readonly MedicineMark[] = ['paracetamol', 'ibuprofen', 'other']
const GAP = 2 * HOUR

/** What the chart does not name itself, as far as it is there: the marks of medicines, and what a dashed line means. */
export function legendOf(
  { entries, products }: ChildRecord,
  span: Span,
  readings: readonly TemperatureEntry[],
  { texts, preferences }: ScreenState,
): { readonly sites: readonly LegendSite[]; readonly marks: readonly LegendMark[]; readonly note: string } {
  const sites = SITES.filter((site) => readings.some((reading) => reading.site === site))
  const given = new Set(
    entries.flatMap((entry) => (entry.kind === 'dose' && isShown(entry.at, span) ? [markOfDose(entry, products)] : [])),
  )
  return {
    // A single line has its threshold's label to name it.
    sites: sites.length < 2 ? [] : sites.map((site) => ({ site, name: siteName(site, preferences.language) })),
    marks: MARKS.filter((mark) => given.has(mark)).map((mark) => ({ mark, name: texts.curve.legend[mark] })),
    note: hasGap(readings) ? texts.curve.dashed : '',
  }
}

/** The lines are drawn site by site, and so are their gaps. */
function hasGap(readings: readonly TemperatureEntry[]): boolean {
  const last = new Map<TemperatureEntry['site'], number>()
  return readings.some(({ site, at }) => {
    const before = last.get(site)
    last.set(site, at)
    return before !== undefined && at - before > GAP
  })
}
