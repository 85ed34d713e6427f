import { parseQuickLog } from '../../../../shared/quick-log/parse-quick-log.ts'
import type { QuickLog } from '../../../../shared/quick-log/quick-log.ts'
import { SITES, type Site } from '../../../../shared/record/entry.ts'
import type { Instant, Stamp } from '../../../../shared/time/instant.ts'
import { siteName } from '../../../../shared/words/measure.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'
import { situationOf } from '../../../views/situation.ts'
import { draftLines, type DraftLine, type Settled } from './draft-line.ts'
import { leftOvers, type LeftOver } from './left-over.ts'
import { checkLines, type LineChecks } from './line-checks.ts'
import { lineRow, type LineRow } from './line-row.ts'

export interface OneLineView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly label: string
  readonly placeholder: string
  readonly hint: string
  readonly found: string
  /** Asked once for all readings that did not say it. */
  readonly siteAsk: string
  readonly sites: readonly Chip[]
  readonly site: Site
  readonly lines: readonly LineRow[]
  readonly leftTitle: string
  readonly left: readonly LeftOver[]
  readonly noteText: string
  readonly keepsNote: boolean
  readonly saveText: string
  /** What still has to be settled; else empty. */
  readonly saveNote: string
  readonly canSave: boolean
}

/** What a person has written and chosen on this page. */
export interface Written {
  /** The child it is about: the same until the page closes. '': whom the screens show. */
  readonly childId: string
  readonly text: string
  /** When the text was last changed: its "now". */
  readonly at: Instant
  readonly settled: Settled
  /** Where readings that do not say it were taken; null: nobody has confirmed it. */
  readonly site: Site | null
  /** Whether what becomes no entry is kept as a note. */
  readonly keepsNote: boolean
}

/** What was read of the text, and what the rules say of it. */
export interface Read extends LineChecks {
  readonly log: QuickLog
  readonly lines: readonly DraftLine[]
}

/** The child the page was opened for; null when it is gone. */
export const childOf = ({ current }: ScreenState, { childId }: Written): CurrentChild | null =>
  current !== null && (childId === '' || current.child.id === childId) ? current : null

/** Reads the text, with all that has been settled of it. */
export function read(written: Written, current: CurrentChild, state: ScreenState): Read {
  const { zone, record, child } = current
  const readAt: Stamp = { at: written.at, offsetMinutes: zone.offsetMinutesAt(written.at) }
  const log = parseQuickLog(written.text, readAt, [child.name])
  const lines = draftLines(log.drafts, readAt, written.site ?? state.preferences.site, written.settled)
  return { log, lines, ...checkLines(lines, record, situationOf(current, state)) }
}

export function oneLineView(state: ScreenState, written: Written): OneLineView {
  const { texts, preferences } = state
  const current = childOf(state, written)
  const view = { ...BLANK, isLarge: preferences.isLarge, label: texts.oneLine.title }
  if (!current) return { ...view, ...(waitingOf(state) ?? { status: 'no_child', message: texts.noChild }) }
  return { ...view, ...readyView(read(written, current, state), written, current, state) }
}

const BLANK: OneLineView = {
  isLarge: false,
  status: 'loading',
  message: { title: '', text: '' },
  label: '',
  placeholder: '',
  hint: '',
  found: '',
  siteAsk: '',
  sites: [],
  site: 'axillary',
  lines: [],
  leftTitle: '',
  left: [],
  noteText: '',
  keepsNote: true,
  saveText: '',
  saveNote: '',
  canSave: false,
}

function readyView(read: Read, written: Written, current: CurrentChild, state: ScreenState): Partial<OneLineView> {
  const { texts, preferences } = state
  const { language } = preferences
  const { oneLine } = texts
  const site = written.site ?? preferences.site
  const isConfirmed = written.site !== null
  const assumed = read.lines.filter((line) => line.state === 'open' && line.isSiteAssumed).length
  const left = leftOvers(read.log, texts)
  const open = read.lines.filter((line) => line.state === 'open')
  const count = open.length + (written.keepsNote && left.length > 0 ? 1 : 0)
  const isUnsettled = open.some((line) => !line.isSettled)
  return {
    status: 'ready',
    placeholder: oneLine.placeholder,
    hint: written.text.trim() === '' ? oneLine.hint : '',
    found: read.lines.length === 0 ? '' : oneLine.found(read.lines.length),
    siteAsk: assumed === 0 ? '' : oneLine.siteAsk(assumed, siteName(site, language), isConfirmed),
    sites: assumed === 0 ? [] : SITES.map((value) => ({ value, name: siteName(value, language) })),
    site,
    lines: read.lines.map((line) => lineRow(line, read, isConfirmed, current, state)),
    leftTitle: left.length === 0 ? '' : oneLine.left,
    left,
    noteText: oneLine.keepNote,
    keepsNote: written.keepsNote,
    saveText: oneLine.confirm(count, current.child.name),
    saveNote: isUnsettled ? texts.dose.needsMedicine : '',
    canSave: count > 0 && !isUnsettled,
  }
}
