import type { Api } from '../../shared/contract/endpoints.ts'
import { MINUTE, parseStamp, type Instant } from '../../shared/time/instant.ts'
import { StorageFull, type Clock, type Storage } from '../platform/ports.ts'
import { observable, type Readable } from '../stores/observable.ts'
import { clientProblem, type ApiProblem } from './api-problem.ts'
import { failure, success, type Result } from './result.ts'
import type { SendRoute } from './send-route.ts'

export type Person = Api['request']['demo.login']['body']['person']
export type Membership = Api['response']['account.read']['families'][number]
type Answer = Api['response']['auth.refresh']

export interface Tokens {
  readonly accessToken: string
  readonly expiresAt: string
  /** By this phone's clock, which may be wrong. */
  readonly receivedAt: Instant
  /** Good once; null: the demo's sign-in has none, it signs in anew. */
  readonly refreshToken: string | null
}

/** Whose phone this is. It outlives every token, so that the record can be read and written without a network. */
export interface SignedIn {
  readonly accountId: string
  /** Whom of the demo family; null: a real account. */
  readonly person: Person | null
  readonly families: readonly Membership[]
  /** False right after signing in: the server has not told them yet. */
  readonly knowsFamilies: boolean
  /** null: the sign-in has ended. What was written stays, and waits for the same account to sign in again. */
  readonly tokens: Tokens | null
}

/** The attempt that is spending the refresh token; kept until it is answered, so that a lost answer can be asked for again. */
type Kept = SignedIn & { readonly renewal: string | null }

export interface Session {
  /** null: a guest. */
  readonly state: Readable<SignedIn | null>
  /** A token that should hold; renews it, or signs in to the demo, where none does. */
  readonly token: () => Promise<Result<string, ApiProblem>>
  /** A new token after the server refused this one. */
  readonly renew: (refused: string) => Promise<Result<string, ApiProblem>>
  /** Somebody has come in by one of the doors. */
  readonly enter: (answer: Answer) => void
  readonly setFamilies: (families: readonly Membership[]) => void
  /** A guest again. */
  readonly end: () => void
}

interface Parts {
  readonly sendRoute: SendRoute
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: () => string
  /** Whom the environment signs in as on the demo; null: nobody is made to sign in. */
  readonly person: Person | null
}

const KEY = 'session'
const SOON = MINUTE
/** However far ahead the phone's clock is: a new token holds for so long, or the server says that it does not. */
const NEW = 10 * MINUTE
const NO_ARGS = { params: {}, query: {} } as const

export function createSession({ sendRoute, storage, clock, newId, person }: Parts): Session {
  const state = observable<Kept | null>(storedSession(storage, person))
  let gettingToken: Promise<Result<string, ApiProblem>> | null = null

  const keep = (next: Kept): void => {
    state.set(next)
    try {
      // One write: the old tokens are there until the new ones are.
      storage.set(KEY, next)
    } catch (error) {
      // A full phone stays signed in for as long as the app is open.
      if (!(error instanceof StorageFull)) throw error
    }
  }

  const signInToDemo = async (who: Person): Promise<Result<string, ApiProblem>> => {
    const login = await sendRoute('demo.login', { ...NO_ARGS, body: { person: who } }, null)
    if (!login.ok) return login
    const { accessToken, expiresAt, accountId } = login.value
    const account = await sendRoute('account.read', { ...NO_ARGS, body: undefined }, accessToken)
    if (!account.ok) return account
    const tokens = { accessToken, expiresAt, receivedAt: clock.now(), refreshToken: null }
    const { families } = account.value
    keep({ accountId, person: who, families, knowsFamilies: true, tokens, renewal: null })
    return success(accessToken)
  }

  const renewTokens = async (before: Kept, refreshToken: string): Promise<Result<string, ApiProblem>> => {
    const attemptId = before.renewal ?? newId()
    if (before.renewal === null) keep({ ...before, renewal: attemptId })
    const reply = await sendRoute('auth.refresh', { ...NO_ARGS, body: { refreshToken, attemptId } }, null)
    const now = state.get()
    // Signed out, or in as somebody else, in the meantime.
    if (now?.tokens?.refreshToken !== refreshToken)
      return now?.tokens ? success(now.tokens.accessToken) : failure(clientProblem('unauthenticated'))
    if (reply.ok) {
      keep({ ...now, tokens: tokensOf(reply.value, clock.now()), renewal: null })
      return success(reply.value.accessToken)
    }
    const { code } = reply.problem
    if (code !== 'unauthenticated' && code !== 'invalid_request') return reply
    keep({ ...now, tokens: null, renewal: null })
    return failure(clientProblem('unauthenticated'))
  }

  const newToken = (): Promise<Result<string, ApiProblem>> => {
    const current = state.get()
    if (person !== null) return signInToDemo(person)
    if (current?.tokens?.refreshToken != null) return renewTokens(current, current.tokens.refreshToken)
    return Promise.resolve(failure(clientProblem('unauthenticated')))
  }

  /** However many ask at once, a token that is good once is spent once. */
  const newTokenOnce = (): Promise<Result<string, ApiProblem>> => {
    gettingToken ??= newToken().finally(() => {
      gettingToken = null
    })
    return gettingToken
  }

  return {
    state,
    token() {
      const tokens = state.get()?.tokens
      const holds = tokens && isGood(tokens, clock.now())
      return holds ? Promise.resolve(success(tokens.accessToken)) : newTokenOnce()
    },
    renew(refused) {
      const tokens = state.get()?.tokens
      // Somebody else has renewed it in the meantime.
      if (tokens && tokens.accessToken !== refused) return Promise.resolve(success(tokens.accessToken))
      return newTokenOnce()
    },
    enter(answer) {
      const { accountId } = answer
      const before = state.get()
      const known = before?.accountId === accountId ? before : null
      keep({
        accountId,
        person: null,
        families: known?.families ?? [],
        knowsFamilies: known?.knowsFamilies ?? false,
        tokens: tokensOf(answer, clock.now()),
        renewal: null,
      })
    },
    setFamilies(families) {
      const current = state.get()
      if (current) keep({ ...current, families, knowsFamilies: true })
    },
    end() {
      storage.remove(KEY)
      state.set(null)
    },
  }
}

const isGood = ({ expiresAt, receivedAt }: Tokens, now: Instant): boolean =>
  (parseStamp(expiresAt)?.at ?? 0) > now + SOON || (now >= receivedAt && now - receivedAt < NEW)

const tokensOf = ({ accessToken, expiresAt, refreshToken }: Answer, receivedAt: Instant): Tokens => ({
  accessToken,
  expiresAt,
  receivedAt,
  refreshToken,
})

/** What was kept, where it is of this version and of whom the environment signs in. */
function storedSession(storage: Storage, person: Person | null): Kept | null {
  const stored = storage.get(KEY) as Partial<Kept> | undefined
  return stored?.tokens !== undefined && stored.person === person ? (stored as Kept) : null
}
