import { DAY } from '../../shared/time/instant.ts'

/** How long what is over is kept, counted from when it was over. Every figure there is; `docs/privacy.md` tells them. */
export const KEPT = {
  /** A sign-in that has ended or run out: its tokens are refused with or without it. */
  session: DAY,
  /** A link that signs in the owner: whoever lost the answer may ask again till then. */
  loginLink: DAY,
  /** An invitation that was used, revoked or has run out, and its code. */
  invite: 30 * DAY,
  /** "I am giving it now": the guard looks back a day, and what came of it is an entry. */
  intent: 30 * DAY,
  /** Who came, went, exported or erased: the owner may look it up as long. The database refuses to forget it sooner. */
  accessLog: 3 * 366 * DAY,
  /** The content of what a former member proposed, once the owner has refused it. */
  refusedProposal: 30 * DAY,
} as const

/** How often a family is looked through. */
export const UPKEEP_EVERY = 7 * DAY
