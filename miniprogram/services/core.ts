import type { Instant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/instant.ts'
import type { Clock, Network, OpenSocket, SendRequest, Storage } from '../platform/ports.ts'
import { derived, observable, type Readable } from '../stores/observable.ts'
import { createPreferencesStore, type Preferences, type PreferencesStore } from '../stores/preferences.store.ts'
import { familyOf, roleOf, type Family } from '../stores/records/family.ts'
import { intentAnswered } from '../stores/records/intents.ts'
import { createRecordShelf } from '../stores/records/record-shelf.ts'
import { asKept } from '../stores/records/kept-here.ts'
import type { Account, SignInWay } from './account/account.ts'
import { createAttempts } from './account/attempts.ts'
import { createCarrying } from './account/carrying.ts'
import { createAccount, localRecordOf } from './account/create-account.ts'
import { createDoors } from './account/doors.ts'
import { createFoundingAttempts } from './account/founding.ts'
import { createLocalFamily, isLocal, type LocalFamily } from './account/local-family.ts'
import { createLostFamilies } from './account/lost-families.ts'
import { createOpenFamily } from './account/open-family.ts'
import { createOpenRecords, localRecords } from './account/open-records.ts'
import { onOpened } from './account/opened.ts'
import { createSample } from './account/sample.ts'
import { createApiClient, type ApiClient } from './api-client.ts'
import { createEntries, type Entries } from './entries/entries.ts'
import { createUndoStore, type UndoStore } from './entries/undo.store.ts'
import { createFacts, type Facts } from './facts/facts.ts'
import { createFamilies, type Families } from './families/families.ts'
import { createIntents, type Intents } from './intents/intents.ts'
import { createLeftBehind, type LeftBehind } from './left-behind/left-behind.ts'
import { createLeftNotes } from './left-behind/left-note.ts'
import { createLive } from './live/live.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import type { Row } from './outbox/row.ts'
import { createSentJournal } from './outbox/sent-journal.ts'
import { createWriter, UNDO_MS } from './outbox/writer.ts'
import { createSendRoute } from './send-route.ts'
import { createProposals, type Proposals } from './proposals.ts'
import { createSession, type Person, type Session } from './session.ts'
import { roomyStorage, STORAGE_TIGHT } from './storage/roomy-storage.ts'
import { createSync, type Sync } from './sync/sync.ts'

/** What the mini-program stands on: wx in the app, memory in tests. */
export interface Ports {
  readonly storage: Storage
  readonly clock: Clock
  readonly network: Network
  readonly sendRequest: SendRequest
  readonly openSocket: OpenSocket
  /** A code of WeChat's to sign in with; null: it gives none. */
  readonly loginCode: () => Promise<string | null>
  readonly newId: () => string
  readonly random: () => number
  readonly offsetMinutesAt: (at: Instant) => number
  readonly suggested: Pick<Preferences, 'language' | 'isLarge'>
  readonly environment: {
    readonly apiBase: string
    /** How this phone signs in. */
    readonly login: SignInWay
    readonly demoPerson: Person | null
    readonly pollSeconds: number
    readonly version: string
  }
}

/** All services and stores of the phone, tied together. */
export interface Core {
  readonly preferences: PreferencesStore
  readonly account: Account
  /** What was not sent to families that the person is in no more. */
  readonly leftBehind: LeftBehind
  readonly session: Session
  readonly client: ApiClient
  readonly outbox: Outbox
  readonly sync: Sync
  readonly undo: UndoStore
  readonly entries: Entries
  readonly facts: Facts
  readonly intents: Intents
  readonly proposals: Proposals
  readonly families: Families
  /** The open family, or what a guest has written down, or the sample. */
  readonly family: Readable<Family>
  /** The changes made in the open family that others cannot see yet; of what stays on this phone there are none. */
  readonly unsent: Readable<readonly Row[]>
  /** The phone has hardly any room left, as of the last write or look. */
  readonly isStorageTight: Readable<boolean>
  /** The app is before the person's eyes, or no longer. */
  readonly wakeUp: () => void
  readonly fallAsleep: () => void
}

const NO_ROWS: readonly Row[] = []

export function createCore(ports: Ports): Core {
  const { storage: phoneStorage, clock, network, random, environment, newId } = ports
  const storage = roomyStorage(phoneStorage, () => {
    const opened = open.get()
    if (shelf.giveUpOther(opened) || journal.giveUpOldest()) return true
    return opened !== null && !opened.isLocal && shelf.of(opened).giveUpOldest()
  })
  const sendRoute = createSendRoute(ports.sendRequest, environment.apiBase, environment.version)
  const session = createSession({ ...ports, storage, sendRoute, person: environment.demoPerson })
  const client = createApiClient(sendRoute, session)
  const shelf = createRecordShelf(phoneStorage)
  const journal = createSentJournal(phoneStorage, clock)
  const outbox = createOutbox(storage, clock, journal.lastOrder())
  const undo = createUndoStore(clock, UNDO_MS)
  const local = createLocalFamily(storage, newId)
  const carrying = createCarrying({ storage, outbox, session, local })

  const rowsOf = (whose: LocalFamily): readonly Row[] => rowsIn(outbox.rows.get(), whose)
  const localRecord = derived([local, outbox.rows], (whose, rows) =>
    whose ? localRecordOf(whose.familyId, familyOf(localRecords(whose), rowsIn(rows, whose))) : null,
  )
  const isLocalUsed = derived([localRecord], (record) => record !== null)
  const open = createOpenFamily(storage, session.state, local, isLocalUsed)
  carrying.resume()
  const records = createOpenRecords(open, shelf)
  const sample = createSample()
  const openRows = derived([open, outbox.rows], (opened, rows) =>
    opened ? rowsIn(rows, opened).filter(({ offeredAt }) => offeredAt === undefined) : NO_ROWS,
  )
  const leftBehind = createLeftBehind({ notes: createLeftNotes(storage), outbox, session, client, clock })
  const unsent = derived([open, openRows], (opened, rows) => (opened?.isLocal ? NO_ROWS : outbox.unsentOf(rows)))
  const family = derived([records, openRows, sample, open], (own, rows, shown, opened) => {
    if (shown) return familyOf(shown, NO_ROWS)
    return opened?.isLocal ? asKept(familyOf(own, rows)) : familyOf(own, rows)
  })
  const wake = (): void => void sync.now()
  const openOnServer = (): string | null => {
    const opened = open.get()
    return opened && !opened.isLocal ? opened.familyId : null
  }

  const account = createAccount({
    ...{ sendRoute, client, session, local, open, carrying, sample, rowsOf, localRecord, newId },
    lost: createLostFamilies(storage),
    doors: createDoors({ sendRoute, session, attempts: createAttempts(storage, newId), loginCode: ports.loginCode }),
    founding: createFoundingAttempts(storage, newId),
    ways: [environment.login],
    familyOf: (whose) =>
      familyOf(isLocal(whose, local.get()) ? localRecords(whose) : shelf.of(whose).state.get(), rowsOf(whose)),
    closeFamily({ familyId, accountId, name }, isLost) {
      const { all } = shelf.of({ familyId, accountId }).state.get()
      const isKept = !isLost || leftBehind.remember({ familyId, accountId, name }, all)
      shelf.drop({ familyId, accountId })
      // Now that the record is gone there may be room for it.
      if (!isKept) leftBehind.remember({ familyId, accountId, name }, all)
    },
    eraseFamily(whose, isForGood) {
      shelf.drop(whose)
      journal.drop(({ familyId }) => familyId === whose.familyId)
      leftBehind.forget(whose)
      if (isForGood) outbox.drop(({ familyId }) => familyId === whose.familyId)
    },
    eraseAccount({ accountId, families }) {
      for (const { familyId } of families) shelf.drop({ familyId, accountId })
      leftBehind.forget({ accountId })
      journal.drop((row) => row.accountId === accountId)
      outbox.drop((row) => row.accountId === accountId)
    },
    moved: wake,
  })
  const sync = createSync({
    ...{ client, session, outbox, journal, shelf, clock, network, random, open },
    isGuest: () => environment.demoPerson === null && session.state.get() === null,
    refreshFamilies: account.refreshFamilies,
  })
  const live = createLive({
    ...ports,
    apiBase: environment.apiBase,
    session,
    families: () => [openOnServer()].filter((id) => id !== null),
    onNews(seq) {
      const opened = open.get()
      if (opened && (seq === null || seq > shelf.of(opened).position().cursor)) wake()
    },
    onLive: sync.setLive,
    onNotFound: () => void account.refreshFamilies(),
  })
  const roleNow = () => {
    const opened = open.get()
    return opened && roleOf(family.get(), opened)
  }
  const writer = createWriter({
    ...ports,
    outbox,
    undo,
    author() {
      const opened = open.get()
      if (!opened) return null
      const { accountId, familyId } = opened
      return { accountId, familyId, refusal: sample.get() ? 'sample' : roleNow() === 'viewer' ? 'viewer' : null }
    },
    wake,
  })
  const written = { ...ports, outbox, undo, writer, wake }
  const entries = createEntries({
    ...written,
    rowOf: (entryId) => family.get().entries.find(({ id }) => id === entryId) ?? null,
    intentFor: (childId, content) =>
      intentAnswered(family.get().intents, { childId, accountId: open.get()?.accountId ?? null }, content),
  })
  const facts = createFacts({
    ...written,
    stateOf: (factId) => family.get().factStates.get(factId) ?? null,
    isOwner: () => roleNow() === 'owner',
  })

  const isTight = (): boolean => phoneStorage.share() >= STORAGE_TIGHT
  const isStorageTight = observable(isTight())
  const measure = (): void => isStorageTight.set(isTight())
  outbox.rows.subscribe(measure)
  onOpened(open, () => {
    undo.finish()
    sync.opened()
    live.reopen()
  })
  account.settle()

  let stopPolling: () => void = () => undefined
  const poll = (): void => {
    if (environment.pollSeconds === 0) return
    stopPolling = clock.after(environment.pollSeconds * SECOND, () => {
      void sync.now()
      poll()
    })
  }

  return {
    preferences: createPreferencesStore(storage, ports.suggested),
    ...{ account, leftBehind, session, client, outbox, sync, undo, entries, facts, family, unsent, isStorageTight },
    intents: createIntents(written),
    proposals: createProposals(writer),
    families: createFamilies({ client, familyId: openOnServer, wake }),
    wakeUp() {
      carrying.resume()
      measure()
      stopPolling()
      poll()
      void sync.now()
      live.start()
    },
    fallAsleep() {
      stopPolling()
      // Whoever puts the phone away has thought it over.
      undo.finish()
      live.stop()
    },
  }
}

const rowsIn = (rows: readonly Row[], { familyId, accountId }: LocalFamily): readonly Row[] =>
  rows.filter((row) => row.familyId === familyId && row.accountId === accountId)
