import type { FactRecord } from '../../../../shared/contract/schemas/records.schema.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { EntryRow } from '../../../stores/records/entry-row.ts'
import { momentText } from '../../../../shared/words/time.ts'
import { contestedEntries } from '../../../views/open-matters.ts'
import { reviewTexts } from '../../texts/review.ts'
import type { Matter, Version } from './matter.ts'
import { contentOf, entryText, factText, momentOf, nameOf, zoneFor } from '../../words/said.ts'

/** What two have changed at once: what stands now, and every revision that lost. */
export const conflictMatters = (state: ScreenState): readonly Matter[] => [
  ...contestedEntries(state.family).map((row) => entryMatter(row, state)),
  ...state.family.matters.facts.map((fact) => factMatter(fact, state)),
]

function entryMatter(row: EntryRow, state: ScreenState): Matter {
  const words = reviewTexts(state.preferences.language)
  const { id: entryId, childId } = row
  const isGone = state.family.matters.gone.includes(row)
  const zone = zoneFor(childId, state)
  const conflicts = row.conflicting.map(({ revision, accountId, at, content }): Version => {
    return {
      key: String(revision),
      title: content === null ? words.deleted : entryText(content, childId, state),
      small: words.said(nameOf(accountId, state), momentOf(at, zone, state)),
      act: { name: words.useThis, look: '', decision: { kind: 'entry', entryId, stands: revision } },
    }
  })
  const current: Version = {
    key: 'current',
    title: isGone ? words.deleted : entryText(row.content, childId, state),
    small: `${currentText(row, state)} · ${words.now}`,
    act: { name: words.keepThis, look: '', decision: { kind: 'entry', entryId, stands: row.revision } },
  }
  return {
    key: entryId,
    note: isGone || conflicts.some(({ title }) => title === words.deleted) ? words.gone : words.conflict,
    versions: [current, ...conflicts],
    acts: isGone ? [] : [{ name: words.edit, look: '', decision: { kind: 'change', entryId } }],
  }
}

function currentText({ by, editedBy, editedAt, childId }: EntryRow, state: ScreenState): string {
  const words = reviewTexts(state.preferences.language)
  const { now, preferences, texts } = state
  const who = by ?? texts.common.unknownAuthor
  if (editedAt === null) return who
  return words.said(editedBy ?? who, momentText(editedAt, now, zoneFor(childId, state), preferences.language))
}

function factMatter(fact: FactRecord, state: ScreenState): Matter {
  const words = reviewTexts(state.preferences.language)
  const zone = zoneFor('childId' in fact ? fact.childId : null, state)
  const decision = (stands: number) => ({ kind: 'fact', factId: fact.id, stands }) as const
  return {
    key: fact.id,
    note: words.conflict,
    versions: [
      {
        key: 'current',
        title: fact.deleted ? words.deleted : factText(contentOf(fact), state),
        small: words.now,
        act: { name: words.keepThis, look: '', decision: decision(fact.revision) },
      },
      ...fact.conflicts.map(({ revision, accountId, at, content }): Version => {
        return {
          key: String(revision),
          title: content === null ? words.deleted : factText(content, state),
          small: words.said(nameOf(accountId, state), momentOf(at, zone, state)),
          act: { name: words.useThis, look: '', decision: decision(revision) },
        }
      }),
    ],
    acts: [],
  }
}
