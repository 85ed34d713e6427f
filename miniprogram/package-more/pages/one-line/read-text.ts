import { parseQuickLog } from '../../../../shared/quick-log/parse-quick-log.ts'
import type { QuickLog } from '../../../../shared/quick-log/quick-log.ts'
import type { Site } from '../../../../shared/record/entry.ts'
import type { Instant, Stamp } from '../../../../shared/time/instant.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { CurrentChild } from '../../../stores/current-child.ts'
import { situationOf } from '../../../views/situation.ts'
import { draftLines, type DraftLine, type Settled } from './draft-line.ts'
import { checkLines, type LineChecks } from './line-checks.ts'
import { NOTHING_HEARD, withServer, type Heard } from './server-checks.ts'

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
  /** The drafts that the server is still asked about. */
  readonly checking: ReadonlySet<string>
}

/** The child the page was opened for; null when it is gone. */
export const childOf = ({ current }: ScreenState, { childId }: Written): CurrentChild | null =>
  current !== null && (childId === '' || current.child.id === childId) ? current : null

/** Reads the text, with all that has been settled of it. */
export function read(written: Written, current: CurrentChild, state: ScreenState, heard: Heard = NOTHING_HEARD): Read {
  const { zone, record, child } = current
  const readAt: Stamp = { at: written.at, offsetMinutes: zone.offsetMinutesAt(written.at) }
  const log = parseQuickLog(written.text, readAt, [child.name])
  const lines = draftLines(log.drafts, readAt, written.site ?? state.preferences.site, written.settled)
  const situation = situationOf(current, state)
  const here = checkLines(lines, record, situation)
  return { log, lines, ...withServer(here, lines, record, situation, state.now, heard) }
}
