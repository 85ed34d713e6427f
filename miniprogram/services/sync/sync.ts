import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { formatStamp } from '../../../shared/time/instant.ts'
import type { Clock, Network } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'
import type { RecordShelf } from '../../stores/records/record-shelf.ts'
import type { OpenFamily, Outcome } from '../account/account.ts'
import type { LocalFamily } from '../account/local-family.ts'
import type { ApiClient } from '../api-client.ts'
import { clientProblem, type ApiProblem } from '../api-problem.ts'
import { MOST_CHANGES, nextBatch } from '../outbox/batch.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Row } from '../outbox/row.ts'
import type { SentJournal } from '../outbox/sent-journal.ts'
import type { Session } from '../session.ts'
import { backOffMs } from './back-off.ts'
import { UNTRIED, type Connection } from './connection.ts'
import { remedyFor } from './refusal.ts'
import { settle } from './settle.ts'

export interface SyncParts {
  readonly client: ApiClient
  readonly session: Session
  readonly outbox: Outbox
  readonly journal: SentJournal
  readonly shelf: RecordShelf
  readonly clock: Clock
  readonly network: Network
  readonly random: () => number
  readonly open: Readable<OpenFamily | null>
  /** Nobody is signed in, nor is anybody made to: nothing is sent and nothing pulled. */
  readonly isGuest: () => boolean
  readonly refreshFamilies: () => Outcome
}

export interface Sync {
  /** How the phone stands to the server with the open family. */
  readonly connection: Readable<Connection>
  readonly setLive: (isLive: boolean) => void
  /** Another family is open: what was known of the connection was of the last one. */
  readonly opened: () => void
  /** Sends what is unsent and pulls what is new, at once; ends when it is done or has to wait. */
  readonly now: () => Promise<void>
}

/** Brings the outbox to the server and the server's record here: one request at a time, again after a while when it fails. */
export function createSync(parts: SyncParts): Sync {
  const { client, session, outbox, shelf, clock, network, random, open, isGuest, refreshFamilies } = parts
  const connection = observable<Connection>({ ...UNTRIED, hasNetwork: network.isConnected() })
  const change = (next: Partial<Connection>): void => connection.set({ ...connection.get(), ...next })
  let running = Promise.resolve()
  let isRunning = false
  let asked = 0
  let tries = 0
  let most: number = MOST_CHANGES
  /** Nothing is taken from here without a guardian's word; what others have written comes all the same. */
  let isHeldBack = false
  let stopWaiting: () => void = () => undefined

  const waitAndTryAgain = (): void => {
    tries += 1
    stopWaiting()
    stopWaiting = clock.after(backOffMs(tries, random()), () => void now())
  }

  const stampNow = (): string => formatStamp({ at: clock.now(), offsetMinutes: 0 })

  const isOpen = ({ familyId, accountId }: LocalFamily): boolean => {
    const opened = open.get()
    return opened?.familyId === familyId && opened.accountId === accountId
  }

  const ownOf =
    ({ familyId, accountId }: LocalFamily) =>
    (row: Row): boolean =>
      row.familyId === familyId && row.accountId === accountId && row.offeredAt === undefined

  const toSend = (whose: LocalFamily): readonly Row[] =>
    nextBatch(outbox.unsent().filter(ownOf(whose)), clock.now(), most)

  const isOwn = ({ familyId }: LocalFamily): boolean =>
    session.state.get()?.families.some((family) => family.familyId === familyId) ?? false

  /** Every family to ask for: the open one, and others that something is to be sent to. */
  const targets = (): readonly LocalFamily[] => {
    const { accountId = '', families = [] } = session.state.get() ?? {}
    const own = families.map(({ familyId }) => ({ familyId, accountId }))
    return [...own.filter(isOpen), ...own.filter((one) => !isOpen(one) && toSend(one).length > 0)]
  }

  /** Who is asking, and for which families; false when that can't be told now. */
  const isReady = async (): Promise<boolean> => {
    if (isGuest()) return false
    const token = await session.token()
    if (!token.ok) return refused(token.problem)
    if (session.state.get()?.knowsFamilies) return true
    const families = await refreshFamilies()
    return families.ok || refused(families.problem)
  }

  /** One request; true when another should follow at once. */
  const exchange = async (whose: LocalFamily): Promise<boolean> => {
    const records = shelf.of(whose)
    const batch = isHeldBack ? [] : toSend(whose)
    outbox.depart(batch.map((row) => row.change.changeId))
    const reply = await client.call('family.sync', {
      params: { familyId: whose.familyId },
      query: {},
      body: { ...records.position(), sentAt: stampNow(), changes: batch.map((row) => row.change) },
    })
    if (reply.ok && isSyncResponse(reply.value)) {
      const isMore = settle({ ...parts, records }, reply.value, batch)
      outbox.arrive()
      tries = 0
      most = MOST_CHANGES
      if (isOpen(whose)) change({ problem: isHeldBack ? 'consent_required' : null, syncedAt: clock.now() })
      return isMore || (!isHeldBack && toSend(whose).length > 0)
    }
    outbox.arrive()
    return unanswered(reply.ok ? clientProblem('unreadable') : reply.problem, batch, whose)
  }

  const unanswered = async (problem: ApiProblem, batch: readonly Row[], whose: LocalFamily): Promise<boolean> => {
    const remedy = remedyFor(problem, batch)
    switch (remedy.kind) {
      case 'fail':
        for (const [changeId, failure] of remedy.failures) outbox.fail(changeId, failure)
        return true
      case 'isolate':
        most = 1
        return true
      case 'restart': {
        const records = shelf.of(whose)
        // Twice in a row it is not our position that is wrong.
        if (records.position().cursor === 0) break
        records.restart(null)
        return true
      }
      case 'pull':
        isHeldBack = true
        return true
      case 'wait':
      case 'stop':
        break
    }
    // Not there is what a family is to whom it has let go.
    const isClosed =
      problem.code === 'not_found' || problem.code === 'family_erased' || problem.code === 'account_erased'
    if (isClosed && (await refreshFamilies()).ok && !isOwn(whose)) return false
    return refused(problem, isOpen(whose))
  }

  const refused = (problem: ApiProblem, isTold = true): false => {
    if (isTold) change({ problem: problem.code })
    waitAndTryAgain()
    return false
  }

  const run = async (): Promise<void> => {
    isRunning = true
    try {
      for (let answered = 0; answered < asked;) {
        answered = asked
        if (!(await isReady())) continue
        for (const whose of targets()) {
          most = MOST_CHANGES
          isHeldBack = false
          while (await exchange(whose));
        }
      }
    } finally {
      asked = 0
      isRunning = false
    }
  }

  const now = (): Promise<void> => {
    stopWaiting()
    asked += 1
    if (!isRunning) running = run()
    return running
  }

  network.onChange((hasNetwork) => {
    change({ hasNetwork })
    if (hasNetwork) {
      tries = 0
      void now()
    }
  })

  return {
    connection,
    setLive: (isLive) => change({ isLive }),
    opened: () => change({ problem: null, syncedAt: null, isLive: false }),
    now,
  }
}

/** The contract is types only here; this much must hold before an answer may touch what the phone keeps. */
const isSyncResponse = (reply: SyncResponse): boolean =>
  typeof reply.epoch === 'string' &&
  typeof reply.cursor === 'number' &&
  Array.isArray(reply.records) &&
  Array.isArray(reply.results)
