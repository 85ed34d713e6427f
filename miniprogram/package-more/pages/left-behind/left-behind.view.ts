import type { FactContent } from '../../../../shared/contract/schemas/fact.schema.ts'
import { byTime } from '../../../../shared/record/entry.ts'
import { zoneOf, type Zone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { LeftFamily } from '../../../services/left-behind/left-behind.ts'
import type { Row } from '../../../services/outbox/row.ts'
import { childRecordOf } from '../../../stores/records/child-record.ts'
import type { Child } from '../../../stores/records/family.ts'
import { entryWords } from '../../../views/entry-words.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'

interface LeftView {
  readonly id: string
  readonly title: string
  readonly lines: readonly { readonly id: string; readonly when: string; readonly what: string }[]
  /** Empty when nothing waits. */
  readonly hand: string
  readonly handed: string
}

export interface LeftBehindView {
  readonly isLarge: boolean
  readonly words: AccountTexts['leftBehind']
  readonly families: readonly LeftView[]
  /** The families one is in no more, where nothing was left unsent. */
  readonly none: string
  readonly canDismiss: boolean
}

/** What was not sent to families that the person is in no more, so that it can be read, copied, and handed over. */
export function leftBehindView(
  state: ScreenState,
  left: readonly LeftFamily[],
  here: Zone,
  isBusy: boolean,
): LeftBehindView {
  const { account, preferences } = state
  const words = accountTexts(preferences.language).leftBehind
  return {
    isLarge: preferences.isLarge,
    words,
    families: left.map((one) => ({
      id: one.familyId,
      title: words.title(one.name),
      lines: linesOf(one, state, here),
      hand: one.waiting === 0 ? '' : isBusy ? words.handing : words.hand,
      handed: one.offered === 0 ? '' : words.handedCount(one.offered),
    })),
    none: left.length > 0 ? '' : [...account.lost.map(({ name }) => words.title(name)), words.none].join('\n'),
    canDismiss: account.lost.length > 0,
  }
}

function linesOf(left: LeftFamily, state: ScreenState, here: Zone): LeftView['lines'] {
  const entries = left.family.children.flatMap((child) => entryLines(left, child, state, here))
  const told = new Set(entries.map(({ id }) => id))
  const others = left.rows
    .filter(({ change }) => !('entryId' in change && told.has(change.entryId)))
    .map((row) => ({ id: row.id, when: '', what: otherText(row, state) }))
  return [...entries, ...others]
}

function entryLines({ family, rows }: LeftFamily, child: Child, state: ScreenState, here: Zone): LeftView['lines'] {
  const changed = new Set(rows.flatMap(({ change }) => ('entryId' in change ? [change.entryId] : [])))
  const record = childRecordOf(family, child)
  const zone = zoneOf(child.timeZone, here)
  const { preferences, texts, now } = state
  return [...record.entries]
    .filter(({ id }) => changed.has(id))
    .sort(byTime)
    .map((entry) => {
      const { title, detail } = entryWords(entry, record.products, preferences, texts)
      const what = [child.name, title, detail].filter((part) => part !== '').join(' ')
      return { id: entry.id, when: momentText(entry.at, now, zone, preferences.language), what }
    })
}

/** A change of something else than an entry, or one that takes an entry away. */
function otherText({ change }: Row, { preferences }: ScreenState): string {
  const words = accountTexts(preferences.language).leftBehind
  if (change.op === 'fact.create' || change.op === 'fact.edit') return factText(change.content, words)
  if (change.op === 'entry.delete' || change.op === 'fact.delete') return words.deletion
  return words.change
}

function factText(content: FactContent, words: AccountTexts['leftBehind']): string {
  switch (content.kind) {
    case 'child':
      return `${words.child} ${content.name}`
    case 'weight':
      return `${words.weight} ${content.weightKg} kg`
    case 'product':
      return `${words.medicine} ${content.name}`
    case 'condition':
      return words.condition
  }
}
