import type { Instant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/instant.ts'
import type { Clock, Network, OpenSocket, SendRequest, Storage } from '../platform/ports.ts'
import { derived, type Readable } from '../stores/observable.ts'
import { createPreferencesStore, type Preferences, type PreferencesStore } from '../stores/preferences.store.ts'
import { familyOf, roleOf, type Family } from '../stores/records/family.ts'
import { intentAnswered } from '../stores/records/intents.ts'
import { createRecordsStore } from '../stores/records/records.store.ts'
import { createApiClient, type ApiClient } from './api-client.ts'
import { createEntries, type Entries } from './entries/entries.ts'
import { createUndoStore, type UndoStore } from './entries/undo.store.ts'
import { createFacts, type Facts } from './facts/facts.ts'
import { createFamilies, type Families } from './families/families.ts'
import { createIntents, type Intents } from './intents/intents.ts'
import { createLive } from './live/live.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import { createSentJournal } from './outbox/sent-journal.ts'
import { createWriter, UNDO_MS } from './outbox/writer.ts'
import { createSendRoute } from './send-route.ts'
import { createSession, type Person, type Session } from './session.ts'
import { createSync, type Sync } from './sync/sync.ts'

/** What the mini-program stands on: wx in the app, memory in tests. */
export interface Ports {
  readonly storage: Storage
  readonly clock: Clock
  readonly network: Network
  readonly sendRequest: SendRequest
  readonly openSocket: OpenSocket
  readonly newId: () => string
  readonly random: () => number
  readonly offsetMinutesAt: (at: Instant) => number
  readonly suggested: Pick<Preferences, 'language' | 'isLarge'>
  readonly environment: {
    readonly apiBase: string
    readonly demoPerson: Person | null
    readonly pollSeconds: number
    readonly version: string
  }
}

/** All services and stores of the phone, tied together. */
export interface Core {
  readonly preferences: PreferencesStore
  readonly session: Session
  readonly client: ApiClient
  readonly outbox: Outbox
  readonly sync: Sync
  readonly undo: UndoStore
  readonly entries: Entries
  readonly facts: Facts
  readonly intents: Intents
  readonly families: Families
  readonly family: Readable<Family>
  /** The app is before the person's eyes, or no longer. */
  readonly wakeUp: () => void
  readonly fallAsleep: () => void
}

export function createCore(ports: Ports): Core {
  const { storage, clock, network, random, environment } = ports
  const sendRoute = createSendRoute(ports.sendRequest, environment.apiBase, environment.version)
  const session = createSession({ sendRoute, storage, clock, person: environment.demoPerson })
  const client = createApiClient(sendRoute, session)
  const records = createRecordsStore(storage)
  const journal = createSentJournal(storage, clock)
  const outbox = createOutbox(storage, clock, journal.lastOrder())
  const sync = createSync({ client, session, outbox, journal, records, clock, network, random })
  const undo = createUndoStore(clock, UNDO_MS)
  const family = derived([records.state, outbox.rows], familyOf)
  const live = createLive({
    ...ports,
    apiBase: environment.apiBase,
    session,
    onNews(seq) {
      if (seq === null || seq > records.position().cursor) void sync.now()
    },
    onLive: sync.setLive,
  })
  const wake = (): void => void sync.now()
  const roleNow = () => {
    const signedIn = session.state.get()
    return signedIn && roleOf(family.get(), signedIn)
  }
  const writer = createWriter({
    ...ports,
    outbox,
    undo,
    author() {
      const signedIn = session.state.get()
      const { id } = family.get()
      if (!signedIn || id === null) return null
      return { accountId: signedIn.accountId, familyId: id, mayWrite: roleNow() !== 'viewer' }
    },
    wake,
  })
  const written = { ...ports, outbox, undo, writer, wake }
  const entries = createEntries({
    ...written,
    rowOf: (entryId) => family.get().entries.find(({ id }) => id === entryId) ?? null,
    intentFor: (childId, content) =>
      intentAnswered(family.get().intents, { childId, accountId: session.state.get()?.accountId ?? null }, content),
  })
  const facts = createFacts({
    ...written,
    stateOf: (factId) => family.get().factStates.get(factId) ?? null,
    isOwner: () => roleNow() === 'owner',
  })
  const known = session.state.get()
  if (known?.families[0]) records.open(known.families[0].familyId, known.accountId)

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
    session,
    client,
    outbox,
    sync,
    undo,
    entries,
    facts,
    intents: createIntents(written),
    families: createFamilies({ client, familyId: () => family.get().id, wake }),
    family,
    wakeUp() {
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
