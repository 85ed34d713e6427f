import { byTime } from '../../../shared/record/entry.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { zoneOf, type Zone } from '../../../shared/time/zone.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { LeftFamily } from '../../services/left-behind/left-behind.ts'
import type { Row } from '../../services/outbox/row.ts'
import { childRecordOf } from '../../stores/records/child-record.ts'
import type { Child } from '../../stores/records/family.ts'
import { entryWords } from '../../views/entry-words.ts'
import { whatText } from '../words/what.ts'

/** One thing that was not sent. */
interface LeftLine {
  readonly id: string
  /** When it happened, where its child is; null: it has no time of its own. */
  readonly at: { readonly instant: Instant; readonly zone: Zone } | null
  readonly what: string
}

/** Everything that was not sent to a family: what was logged in the order of its times, then every other change. */
export function leftLines(left: LeftFamily, state: ScreenState, here: Zone): readonly LeftLine[] {
  const entries = left.family.children.flatMap((child) => entryLines(left, child, state, here))
  const told = new Set(entries.map(({ id }) => id))
  const others = left.rows
    .filter(({ change }) => !('entryId' in change && told.has(change.entryId)))
    .map((row) => ({ id: row.id, at: null, what: changeText(row, left, state) }))
  return [...entries, ...others]
}

function entryLines({ family, rows }: LeftFamily, child: Child, state: ScreenState, here: Zone): readonly LeftLine[] {
  const changed = new Set(rows.flatMap(({ change }) => ('entryId' in change ? [change.entryId] : [])))
  const record = childRecordOf(family, child)
  const zone = zoneOf(child.timeZone, here)
  return [...record.entries]
    .filter(({ id }) => changed.has(id))
    .sort(byTime)
    .map((entry) => {
      const { title, detail } = entryWords(entry, record.products, state.preferences, state.texts)
      const what = [child.name, title, detail].filter((part) => part !== '').join(' ')
      return { id: entry.id, at: { instant: entry.at, zone }, what }
    })
}

/** What is taken away is named as it was before. */
function changeText(row: Row, { family, before }: LeftFamily, state: ScreenState): string {
  const isRemoval = ['entry.delete', 'entry.erase', 'fact.delete'].includes(row.change.op)
  return whatText(row, { ...state, family: isRemoval ? before : family })
}
