import type { ScreenState } from '../../../behaviors/screen.ts'
import { isOffline } from '../../../services/sync/connection.ts'
import { currentChild } from '../../../stores/current-child.ts'
import { roleOf } from '../../../stores/records/family.ts'
import { intentCards, type IntentCard } from '../../../views/intent-card.view.ts'
import { lookAlikes, type OpenDuplicate } from '../../../views/open-matters.ts'
import { waitingOf, type Waiting } from '../../../views/screen-status.ts'
import { reviewTexts } from '../../texts/review.ts'
import { conflictMatters } from './conflicts.view.ts'
import { failedMatters } from './failed.view.ts'
import { whatText } from '../../words/what.ts'
import type { Act, Matter, MatterGroup, Version } from './matter.ts'
import { entryText, momentOf, zoneFor } from '../../words/said.ts'

export interface ReviewView {
  readonly isLarge: boolean
  readonly status: Waiting['status'] | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  /** What one has to know first. */
  readonly note: string
  readonly intentsTitle: string
  /** Doses of every child that were announced and not answered in time. */
  readonly intents: readonly IntentCard[]
  readonly groups: readonly MatterGroup[]
}

/** Everything that waits for a person's word, what is nearest to a dose first. */
export function reviewView(state: ScreenState): ReviewView {
  const { preferences, connection, family, open } = state
  const words = reviewTexts(preferences.language)
  const role = open ? roleOf(family, open) : 'viewer'
  const mayDecide = role !== 'viewer'
  const intents = unanswered(state)
  const groups = [
    { title: words.failed, matters: failedMatters(state), acts: [] },
    { title: words.conflicts, matters: decidable(conflictMatters(state), mayDecide), acts: [] },
    { title: words.duplicates, matters: decidable(duplicateMatters(state), mayDecide), acts: [] },
    proposalGroup(state, role === 'owner'),
  ].filter(({ matters }) => matters.length > 0)
  const isEmpty = groups.length === 0 && intents.length === 0
  return {
    isLarge: preferences.isLarge,
    ...(waitingOf(state) ?? { status: 'ready', message: isEmpty ? words.empty : { title: '', text: '' } }),
    note: isEmpty ? '' : !mayDecide ? words.viewer : isOffline(connection) ? words.offline : '',
    intentsTitle: words.intents,
    intents,
    groups,
  }
}

/** Those of every child that have run out. */
function unanswered(state: ScreenState): readonly IntentCard[] {
  const { family, preferences, current } = state
  if (!current) return []
  return family.children.flatMap(({ id }) => {
    const child = currentChild(family, { ...preferences, childId: id }, current.zone)
    return child ? intentCards(child, state).filter(({ isAsking }) => isAsking) : []
  })
}

/** Whoever may only look sees both sides, and no buttons. */
const decidable = (matters: readonly Matter[], mayDecide: boolean): readonly Matter[] =>
  mayDecide
    ? matters
    : matters.map((matter) => {
        return { ...matter, acts: [], versions: matter.versions.map((version) => ({ ...version, act: null })) }
      })

const duplicateMatters = (state: ScreenState): readonly Matter[] =>
  lookAlikes(state.family).map((found) => duplicateMatter(found, state))

function duplicateMatter({ kind, entryIds, child }: OpenDuplicate, state: ScreenState): Matter {
  const words = reviewTexts(state.preferences.language)
  const act = (answer: 'same' | 'both', name: string): Act => {
    return { name, look: '', decision: { kind: 'duplicate', entryIds, answer } }
  }
  return {
    key: entryIds.join(' '),
    note: kind === 'dose' ? words.sameDose : words.sameReading,
    versions: entryIds.flatMap((entryId): Version[] => {
      const row = state.family.entries.find(({ id }) => id === entryId)
      if (!row) return []
      const by = row.by ?? state.texts.common.unknownAuthor
      return [{ key: entryId, title: entryText(row.content, child.id, state), small: by, act: null }]
    }),
    acts: [act('both', words.both), act('same', words.same)],
  }
}

function proposalGroup(state: ScreenState, isOwner: boolean): MatterGroup {
  const words = reviewTexts(state.preferences.language)
  const { proposals } = state.family.matters
  const ids = proposals.map(({ id }) => id)
  const acts = (of: readonly string[], accept: string, refuse: string): readonly Act[] => [
    { name: refuse, look: '', decision: { kind: 'proposal', ids: of, accept: false } },
    { name: accept, look: 'primary', decision: { kind: 'proposal', ids: of, accept: true } },
  ]
  return {
    title: words.proposals,
    matters: proposals.map(({ id, change, author, receivedAt }) => {
      const childId = change && 'childId' in change ? change.childId : null
      const moment = momentOf(receivedAt, zoneFor(childId, state), state)
      const title = change ? whatText({ change, childId }, state) : words.what.gone
      return {
        key: id,
        note: isOwner ? '' : words.ownerOnly,
        versions: [{ key: id, title, small: words.proposal(author, moment), act: null }],
        acts: isOwner ? acts([id], words.accept, words.refuse) : [],
      }
    }),
    acts: isOwner && ids.length > 1 ? acts(ids, words.acceptAll, words.refuseAll) : [],
  }
}
