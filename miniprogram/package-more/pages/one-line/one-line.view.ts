import { SITES, type Site } from '../../../../shared/record/entry.ts'
import { siteName } from '../../../../shared/words/measure.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'
import { oneLineTexts } from '../../texts/one-line.ts'
import { leftOvers, type LeftOver } from './left-over.ts'
import { lineRow, type LineRow } from './line-row.ts'
import { NOTHING_HEARD, type Heard } from './server-checks.ts'
import { childOf, read, type Read, type Written } from './read-text.ts'

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

export function oneLineView(state: ScreenState, written: Written, heard: Heard = NOTHING_HEARD): OneLineView {
  const { texts, preferences } = state
  const current = childOf(state, written)
  const view = { ...BLANK, isLarge: preferences.isLarge, label: oneLineTexts(preferences.language).title }
  if (!current) return { ...view, ...(waitingOf(state) ?? { status: 'no_child', message: texts.noChild }) }
  return { ...view, ...readyView(read(written, current, state, heard), written, current, state) }
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
  const oneLine = oneLineTexts(language)
  const site = written.site ?? preferences.site
  const isConfirmed = written.site !== null
  const assumed = read.lines.filter((line) => line.state === 'open' && line.isSiteAssumed).length
  const left = leftOvers(read.log, oneLine)
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
