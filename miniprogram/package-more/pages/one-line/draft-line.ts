import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import type { Draft, DoseDraft } from '../../../../shared/quick-log/quick-log.ts'
import { entryFromJson } from '../../../../shared/record/entry-json.ts'
import type { Entry, Site } from '../../../../shared/record/entry.ts'
import { MINUTE, formatStamp, parseStamp, shift, type Stamp } from '../../../../shared/time/instant.ts'
import { clockText, dateText, fixedZone } from '../../../../shared/time/zone.ts'

/** One fact that was read, as it would be written down. */
export interface DraftLine {
  /** The same for the same words, so that what a person settled of it stays while they write on. */
  readonly key: string
  /** A dose that is not settled may name no medicine yet. */
  readonly content: EntryContent
  /** Nobody has said where it was measured; the remembered site stands in until it is confirmed. */
  readonly isSiteAssumed: boolean
  /** Whether it can be written down: a name is not yet a product, and an amount never implies a strength. */
  readonly isSettled: boolean
  readonly state: 'open' | 'dropped' | 'saved'
}

/** What a person has made of lines, by their keys. */
export type Settled = Readonly<Record<string, DraftLine>>

/** The lines of what was read at a moment, as far as nobody has settled them otherwise. */
export function draftLines(
  drafts: readonly Draft[],
  readAt: Stamp,
  site: Site,
  settled: Settled,
): readonly DraftLine[] {
  const counts = new Map<string, number>()
  return drafts.map((draft) => {
    const words = wordsOf(draft, readAt)
    const count = counts.get(words) ?? 0
    counts.set(words, count + 1)
    const key = `${words} ${count}`
    return settled[key] ?? lineOf(key, draft, readAt, site)
  })
}

/** The entry a line stands for, for the rules to look at. */
export const entryOfLine = ({ key, content }: DraftLine): Entry => entryFromJson({ ...content, id: key })

/** A time that is simply now moves on while a person writes. */
function wordsOf({ at, ...said }: Draft, readAt: Stamp): string {
  const zone = fixedZone(readAt.offsetMinutes)
  const isNow = at === `${dateText(readAt.at, zone)}T${clockText(readAt.at, zone)}`
  return `${isNow ? 'now' : at} ${JSON.stringify(said)}`
}

function lineOf(key: string, draft: Draft, { offsetMinutes }: Stamp, site: Site): DraftLine {
  const local = parseStamp(`${draft.at}:00Z`)!.at
  const at = formatStamp({ at: shift(local, -offsetMinutes * MINUTE), offsetMinutes })
  const line = { key, isSiteAssumed: false, isSettled: true, state: 'open' } as const
  switch (draft.kind) {
    case 'temperature': {
      const content = { kind: draft.kind, at, celsius: draft.celsius, site: draft.site ?? site }
      return { ...line, content, isSiteAssumed: draft.site === undefined }
    }
    case 'dose':
      return { ...line, content: doseOf(draft, at), isSettled: false }
    case 'symptom':
      return { ...line, content: { kind: draft.kind, at, code: draft.code, present: draft.present } }
  }
}

/** The dose by the name it was given; which product that was only a person can say. */
function doseOf({ ingredient, product, ml, mg, count }: DoseDraft, at: string): EntryContent {
  return {
    kind: 'dose',
    at,
    ...(ingredient === undefined ? {} : { ingredient }),
    ...(product === undefined ? {} : { medicine: product, antipyretic: 'unknown' }),
    ...(ml === undefined ? {} : { ml }),
    ...(mg === undefined ? {} : { mg }),
    ...(count === undefined ? {} : { count }),
  }
}
