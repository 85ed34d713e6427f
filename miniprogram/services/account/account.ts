import type { Api } from '../../../shared/contract/endpoints.ts'
import type { NewFamily } from '../../../shared/contract/schemas/family.schema.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { Readable } from '../../stores/observable.ts'
import type { ApiProblem } from '../api-problem.ts'
import type { Result } from '../result.ts'
import type { OpenFamily } from './open-family.ts'
import type { SignInWay } from './sign-in-way.ts'

export type { OpenFamily } from './open-family.ts'
export type { SignInWay } from './sign-in-way.ts'

/** Whose phone this is, and what can be opened on it. */
export interface AccountState {
  /** `expired`: the server asks to sign in again; the record can be read and written on, and waits for the same account. */
  readonly who: 'guest' | 'signed_in' | 'expired'
  /** How this phone can sign in. */
  readonly ways: readonly SignInWay[]
  /** null: a guest. */
  readonly accountId: string | null
  /** False while the server has not told the account's families yet: ask again with `refreshFamilies`. */
  readonly knowsFamilies: boolean
  /** Those of the account, and what is on this phone only, where there is something (`isLocal`). */
  readonly families: readonly OpenFamily[]
  /** null: none, not even a guest's: the demo, before it has signed in. */
  readonly open: OpenFamily | null
  /** Families the person is in no more, until `dismissLost`. What they had not sent stays: see `leftBehind`. */
  readonly lost: readonly LostFamily[]
  /** Families of the account that are about to be erased, as the server last told. */
  readonly erased?: readonly ErasedFamily[]
  /** When the account itself is erased for good; null: it is not. */
  readonly erasedAt?: string | null
  /** The sample child is being looked at; nothing can be written down. */
  readonly isSample: boolean
}

export type ErasedFamily = NonNullable<Api['response']['account.read']['erasedFamilies']>[number]

export interface LostFamily {
  readonly familyId: string
  readonly name: string
  readonly isErased?: boolean
}

/** What a guest has written down on this phone alone. */
export interface LocalRecord {
  readonly familyId: string
  readonly children: readonly LocalChild[]
}

export interface LocalChild {
  readonly childId: string
  readonly name: string
  readonly birthDate: string | null
  readonly entries: number
}

/** What becomes of a guest's child in a family: it is one of its children, another one, or stays on this phone only. */
export type ChildChoice =
  { readonly as: 'same'; readonly childId: string } | { readonly as: 'new' } | { readonly as: 'stay' }

export type CarryProblem = 'storage_full' | 'viewer' | 'no_family'

export interface Founding {
  /** The version of the guardian's consent that was agreed to. */
  readonly consentVersion: number
  readonly name: string
  /** What the family will call the person: 妈妈. */
  readonly ownName: string
  /**
   * Its first child: one of the guest's, and then everything of the guest's goes with it, once; or a new one, and what the
   * guest has logged stays where it is.
   */
  readonly child: { readonly local: string } | { readonly fresh: Omit<NewFamily['child'], 'childId'> }
}

/** How somebody comes into a family that there is. */
export type Joining = Pick<Founding, 'ownName' | 'consentVersion'>

export type Outcome<T = null> = Promise<Result<T, ApiProblem>>

/**
 * Signing in, families, and the guest's record. Everything can be asked again when its answer was lost, also after the app
 * was closed: what works once is begun under an id that the phone keeps until it is answered.
 */
export interface Account {
  readonly state: Readable<AccountState>
  /** Through WeChat, or to the demo, whichever there is. */
  readonly signIn: () => Outcome
  /** As the owner of a server of one's own, with the secret of the link it printed. */
  readonly signInByLink: (secret: string) => Outcome
  /** Accepts an invitation without an account: one is made, signed in, and its family opened. */
  readonly joinLocally: (code: string, joining: Joining) => Outcome
  /** Needs no account. */
  readonly previewInvite: (code: string) => Outcome<Api['response']['invites.preview']>
  /** Opens the family. What a guest has logged stays on this phone until `carry`. */
  readonly acceptInvite: (code: string, joining: Joining) => Outcome<{ readonly familyId: string }>
  readonly foundFamily: (family: Founding) => Outcome<{ readonly familyId: string }>
  /** Shows another family of the phone, at once and from its storage. */
  readonly openFamily: (familyId: string) => void
  /** Asks the server which families there are: one left or taken away is closed with it. */
  readonly refreshFamilies: () => Outcome
  /** `everywhere` needs an answer; of this phone alone the sign-in ends without one, too. Unsent changes stay. */
  readonly signOut: (how: { readonly everywhere: boolean }) => Outcome
  /** Erases the account; this phone is a guest's at once, with nothing left of it. Until the time it can be taken back. */
  readonly erase: (owned: { readonly eraseOwnedFamilies: boolean }) => Outcome<Api['response']['account.erase']>
  readonly cancelErasure: () => Outcome
  /** Takes back that a family is erased. */
  readonly cancelFamilyErasure: (erased: ErasedFamily) => Outcome
  readonly dismissLost: () => void
  /** Once the app has started, so that whoever has no family can write down something at once. */
  readonly settle: () => void

  /** null: nothing was logged without a family. */
  readonly localRecord: Readable<LocalRecord | null>
  /** Takes the guest's children into a family of the account; whom `choices` does not name stays. */
  readonly carry: (familyId: string, choices: Readonly<Record<string, ChildChoice>>) => Result<null, CarryProblem>

  /** Shows a record that nobody lives in, until `leaveSample` or the app's next start. */
  readonly showSample: (records: readonly SyncRecord[]) => void
  readonly leaveSample: () => void
}
