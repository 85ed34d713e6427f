import type { Reply } from '../../../../shared/contract/endpoints.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { fixedZone, zoneOf } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { ApiProblem } from '../../../services/api-problem.ts'
import { historyTexts } from '../../texts/history.ts'
import { fieldsOf } from './fields.ts'

type Revision = Reply<'entries.revisions'>['revisions'][number]

/** What the server has told; null: it has not answered yet. */
export type Heard = { readonly revisions: readonly Revision[] } | { readonly problem: ApiProblem['code'] } | null

export interface RevisionCard {
  readonly key: string
  /** Who, when, and whether it was logged, changed or deleted. */
  readonly title: string
  /** That it stands now, or contradicts what stands. */
  readonly tag: string
  readonly isOpen: boolean
  /** What it says, or what it changed. */
  readonly lines: readonly string[]
}

export interface HistoryView {
  readonly isLarge: boolean
  readonly status: 'loading' | 'failed' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly retry: string
  readonly note: string
  /** The latest first. */
  readonly revisions: readonly RevisionCard[]
  /** To erase it for good; null for whoever may not. */
  readonly erase: { readonly name: string; readonly text: string } | null
}

/** Every revision of an entry, with who made it when and what it changed. */
export function historyView(state: ScreenState, entryId: string, heard: Heard): HistoryView {
  const words = historyTexts(state.preferences.language)
  const row = state.family.entries.find(({ id }) => id === entryId)
  const view: HistoryView = {
    isLarge: state.preferences.isLarge,
    status: 'loading',
    message: { title: words.loading, text: '' },
    retry: words.retry,
    note: row && row.state !== 'saved' ? words.waiting : '',
    revisions: [],
    erase: null,
  }
  if (heard === null) return view
  if ('problem' in heard) return { ...view, status: 'failed', message: messageOf(heard.problem, state) }
  const zone = zoneFor(row?.childId ?? null, state)
  const cards = heard.revisions.map((one, index) => cardOf(one, standingBefore(heard.revisions, index), zone, state))
  return {
    ...view,
    status: 'ready',
    message: { title: '', text: '' },
    revisions: cards.reverse(),
    erase: row ? eraseFor(heard.revisions, state) : null,
  }
}

/** Its author's and the owner's. */
function eraseFor(revisions: readonly Revision[], { family, open, preferences }: ScreenState): HistoryView['erase'] {
  const words = historyTexts(preferences.language)
  const me = family.members.find(({ id }) => id === open?.accountId)
  const isOwn = me && me.role !== 'viewer' && revisions[0]?.accountId === me.id
  return isOwn || me?.role === 'owner' ? { name: words.erase, text: words.eraseText } : null
}

function messageOf(problem: ApiProblem['code'], { preferences }: ScreenState): HistoryView['message'] {
  const { offline, gone, busy } = historyTexts(preferences.language)
  if (problem === 'not_found') return gone
  return problem === 'network' || problem === 'timeout' ? offline : busy
}

/** The revision before it that was in force: one that contradicts changed nothing. */
const standingBefore = (revisions: readonly Revision[], index: number): Revision | null =>
  revisions
    .slice(0, index)
    .filter(({ stale, content }) => !stale && content !== null)
    .pop() ?? null

function cardOf(revision: Revision, before: Revision | null, zone: Zone, state: ScreenState): RevisionCard {
  const words = historyTexts(state.preferences.language)
  const who = state.family.members.find(({ id }) => id === revision.accountId)?.name ?? state.texts.common.unknownAuthor
  const at = parseStamp(revision.at)?.at ?? state.now
  const moment = momentText(at, state.now, zone, state.preferences.language)
  const title = revision.content === null ? words.deleted : before === null ? words.first : words.changed
  const tags = {
    current: words.current,
    superseded: revision.stale ? words.notChosen : '',
    conflicting: words.conflicting,
  }
  return {
    key: String(revision.revision),
    title: title(who, moment),
    tag: tags[revision.state],
    isOpen: revision.state === 'conflicting',
    lines: linesOf(revision, before, zone, state),
  }
}

function linesOf({ content }: Revision, before: Revision | null, zone: Zone, state: ScreenState): readonly string[] {
  if (content === null) return []
  const words = historyTexts(state.preferences.language)
  const fields = [...fieldsOf(content, zone, state)]
  const old = before?.content && fieldsOf(before.content, zone, state)
  if (!old) return fields.map(([field, text]) => words.is(words.fields[field], text))
  const changed = fields.filter(([field, text]) => old.get(field) !== text)
  if (changed.length === 0) return [words.same]
  return changed.map(([field, text]) => words.from(words.fields[field], old.get(field) ?? words.none, text))
}

function zoneFor(childId: string | null, { family, current }: ScreenState): Zone {
  const here = current?.zone ?? fixedZone(0)
  const child = family.children.find(({ id }) => id === childId)
  return child ? zoneOf(child.timeZone, here) : here
}
