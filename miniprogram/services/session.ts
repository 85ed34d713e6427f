import type { Api } from '../../shared/contract/endpoints.ts'
import { MINUTE, parseStamp } from '../../shared/time/instant.ts'
import type { Clock, Storage } from '../platform/ports.ts'
import { observable, type Readable } from '../stores/observable.ts'
import { clientProblem, type ApiProblem } from './api-problem.ts'
import { failure, success, type Result } from './result.ts'
import type { SendRoute } from './send-route.ts'

export type Person = Api['request']['demo.login']['body']['person']
export type Membership = Api['response']['account.read']['families'][number]

/** Who this phone is signed in as. It outlives the token, so that the record can be read and written without a network. */
export interface SignedIn {
  readonly person: Person
  readonly accountId: string
  readonly token: string
  readonly expiresAt: string
  readonly families: readonly Membership[]
}

export interface Session {
  /** null: a guest. */
  readonly state: Readable<SignedIn | null>
  /** A token that should hold; signs in first where none does. */
  readonly token: () => Promise<Result<string, ApiProblem>>
  /** A new token after the server refused this one. */
  readonly renew: (refused: string) => Promise<Result<string, ApiProblem>>
}

interface Parts {
  readonly sendRoute: SendRoute
  readonly storage: Storage
  readonly clock: Clock
  /** Whom the environment signs in as; null: nobody is made to sign in. */
  readonly person: Person | null
}

const KEY = 'session'
const SOON = MINUTE

export function createSession({ sendRoute, storage, clock, person }: Parts): Session {
  const stored = storage.get(KEY) as SignedIn | undefined
  const state = observable(stored && stored.person === person ? stored : null)
  let signingIn: Promise<Result<string, ApiProblem>> | null = null

  const signIn = async (): Promise<Result<string, ApiProblem>> => {
    if (person === null) return failure(clientProblem('unauthenticated'))
    const login = await sendRoute('demo.login', { params: {}, query: {}, body: { person } }, null)
    if (!login.ok) return login
    const { accessToken: token, expiresAt, accountId } = login.value
    const account = await sendRoute('account.read', { params: {}, query: {}, body: undefined }, token)
    if (!account.ok) return account
    const next: SignedIn = { person, accountId, token, expiresAt, families: account.value.families }
    storage.set(KEY, next)
    state.set(next)
    return success(token)
  }

  const signInOnce = (): Promise<Result<string, ApiProblem>> => {
    signingIn ??= signIn().then((result) => {
      signingIn = null
      return result
    })
    return signingIn
  }

  return {
    state,
    token() {
      const current = state.get()
      const holds = current && (parseStamp(current.expiresAt)?.at ?? 0) > clock.now() + SOON
      return holds ? Promise.resolve(success(current.token)) : signInOnce()
    },
    renew(refused) {
      const current = state.get()
      // Somebody else has renewed it in the meantime.
      if (current && current.token !== refused) return Promise.resolve(success(current.token))
      return signInOnce()
    },
  }
}
