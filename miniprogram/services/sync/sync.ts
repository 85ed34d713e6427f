import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { formatStamp } from '../../../shared/time/instant.ts'
import type { Clock, Network } from '../../platform/ports.ts'
import { observable, type Readable } from '../../stores/observable.ts'
import type { RecordsStore } from '../../stores/records/records.store.ts'
import type { ApiClient } from '../api-client.ts'
import type { ApiProblem } from '../api-problem.ts'
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
  readonly records: RecordsStore
  readonly clock: Clock
  readonly network: Network
  readonly random: () => number
}

export interface Sync {
  readonly connection: Readable<Connection>
  readonly setLive: (isLive: boolean) => void
  /** Sends what is unsent and pulls what is new, at once; ends when it is done or has to wait. */
  readonly now: () => Promise<void>
}

/** Brings the outbox to the server and the server's record here: one request at a time, again after a while when it fails. */
export function createSync(parts: SyncParts): Sync {
  const { client, session, outbox, records, clock, network, random } = parts
  const connection = observable<Connection>({ ...UNTRIED, hasNetwork: network.isConnected() })
  const change = (next: Partial<Connection>): void => connection.set({ ...connection.get(), ...next })
  let running = Promise.resolve()
  let isRunning = false
  let asked = 0
  let tries = 0
  let most: number = MOST_CHANGES
  let stopWaiting: () => void = () => undefined

  const waitAndTryAgain = (): void => {
    tries += 1
    stopWaiting()
    stopWaiting = clock.after(backOffMs(tries, random()), () => void now())
  }

  const stampNow = (): string => formatStamp({ at: clock.now(), offsetMinutes: 0 })

  /** One request; true when another should follow at once. */
  const exchange = async (): Promise<boolean> => {
    const token = await session.token()
    const signedIn = session.state.get()
    if (!token.ok && !signedIn) return refused(token.problem, [])
    const family = signedIn?.families[0]
    if (!signedIn || !family) return false
    records.open(family.familyId, signedIn.accountId)
    const own = (row: Row): boolean => row.familyId === family.familyId && row.accountId === signedIn.accountId
    const batch = nextBatch(outbox.unsent().filter(own), clock.now(), most)
    outbox.depart(batch.map((row) => row.change.changeId))
    const position = records.position()
    const reply = await client.call('family.sync', {
      params: { familyId: family.familyId },
      query: {},
      body: { ...position, sentAt: stampNow(), changes: batch.map((row) => row.change) },
    })
    if (reply.ok && isSyncResponse(reply.value)) {
      const isMore = settle(parts, reply.value, batch)
      outbox.arrive()
      tries = 0
      most = MOST_CHANGES
      change({ problem: null, syncedAt: clock.now() })
      return isMore || nextBatch(outbox.unsent().filter(own), clock.now(), most).length > 0
    }
    outbox.arrive()
    return refused(reply.ok ? { code: 'unreadable', errors: [], requestId: null } : reply.problem, batch)
  }

  const refused = (problem: ApiProblem, batch: readonly Row[]): boolean => {
    const remedy = remedyFor(problem, batch)
    switch (remedy.kind) {
      case 'fail':
        for (const [changeId, failure] of remedy.failures) outbox.fail(changeId, failure)
        return true
      case 'isolate':
        most = 1
        return true
      case 'restart':
        // Twice in a row it is not our position that is wrong.
        if (records.position().cursor === 0) break
        records.restart(null)
        return true
      case 'wait':
      case 'stop':
        break
    }
    change({ problem: problem.code })
    waitAndTryAgain()
    return false
  }

  const run = async (): Promise<void> => {
    isRunning = true
    try {
      for (let answered = 0; answered < asked;) {
        answered = asked
        while (await exchange());
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

  return { connection, setLive: (isLive) => change({ isLive }), now }
}

/** The contract is types only here; this much must hold before an answer may touch what the phone keeps. */
const isSyncResponse = (reply: SyncResponse): boolean =>
  typeof reply.epoch === 'string' &&
  typeof reply.cursor === 'number' &&
  Array.isArray(reply.records) &&
  Array.isArray(reply.results)
