import type { Verdict } from '../../shared/dosing/verdict.ts'
import { DAY, parseStamp } from '../../shared/time/instant.ts'
import type { Clock, Storage } from '../platform/ports.ts'
import { observable, type Readable } from './observable.ts'
import type { Family } from './records/family.ts'

/** The guard thinks differently of a dose that nobody has touched: another one was changed, or came in late. */
export interface VerdictNews {
  readonly entryId: string
  readonly was: Verdict
  readonly is: Verdict
}

export interface VerdictNewsStore extends Readable<readonly VerdictNews[]> {
  /** The person has read them. */
  readonly seen: () => void
}

type Known = Readonly<Record<string, { readonly revision: number; readonly verdict: Verdict }>>

interface Kept {
  readonly known: Known
  readonly news: readonly VerdictNews[]
}

const KEY = 'verdicts'
/** A dose counts for a day in whatever comes after it. */
const LOOK_BACK = 2 * DAY

/** Follows what the server says of the latest doses. What is known outlives the app, so that nothing changes unseen. */
export function createVerdictNews(storage: Storage, clock: Clock, family: Readable<Family>): VerdictNewsStore {
  let { known, news } = (storage.get(KEY) as Kept | undefined) ?? { known: {}, news: [] }
  const state = observable<readonly VerdictNews[]>(news)

  const keep = (next: Kept): void => {
    known = next.known
    news = next.news
    state.set(news)
    try {
      storage.set(KEY, next)
    } catch {
      // A full phone tells of it until the app is closed.
    }
  }

  const look = (): void => {
    // Of a record that is still coming nothing can be said.
    if (!family.get().isWhole) return
    const now = verdictsOf(family.get(), clock.now() - LOOK_BACK)
    if (JSON.stringify(now) === JSON.stringify(known)) return
    keep({ known: now, news: newsOf(known, now, news) })
  }
  family.subscribe(look)

  return { ...state, seen: () => keep({ known, news: [] }) }
}

function verdictsOf({ entries }: Family, since: number): Known {
  const doses = entries.flatMap(({ id, revision, content, check }) => {
    const isLate = (parseStamp(content.at)?.at ?? 0) > since
    return check && revision > 0 && isLate ? [[id, { revision, verdict: check.verdict }] as const] : []
  })
  return Object.fromEntries(doses)
}

/** What was told before stays, unless the dose was touched or the guard thinks of it as it first did. */
function newsOf(before: Known, now: Known, told: readonly VerdictNews[]): readonly VerdictNews[] {
  return Object.entries(now).flatMap(([entryId, { revision, verdict }]) => {
    const last = before[entryId]
    if (last?.revision !== revision) return []
    const was = told.find((one) => one.entryId === entryId)?.was ?? last.verdict
    return was === verdict ? [] : [{ entryId, was, is: verdict }]
  })
}
