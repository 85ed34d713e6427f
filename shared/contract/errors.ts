/**
 * Every code a problem can carry, with its HTTP status. Clients branch on the code, never on the words.
 * The phone's text for each is exhaustive by type.
 */
export const PROBLEMS = {
  /** The request does not fit the contract; `errors` lists each fault with its path. */
  invalid_request: 400,
  /** No token, or one that has expired: sign in again. */
  unauthenticated: 401,
  /** WeChat does not know this code, or it was used before: ask for another with wx.login. */
  wechat_code_refused: 401,
  /** The member's role lacks this. */
  role_forbidden: 403,
  /**
   * The guardian has not agreed to the current text. Of a sync this is said only when it carries changes: what is unsent waits
   * on the phone, and a sync without changes goes on bringing the family's record. `consents.give` ends it.
   */
  consent_required: 403,
  /** WeChat has blocked this user as a risk. */
  wechat_user_blocked: 403,
  /** Not there, or not yours: the two are never told apart. */
  not_found: 404,
  /** The code of an invitation is wrong, used, revoked or has run out: which of these is never told. */
  invite_invalid: 404,
  /** The owner's link is wrong, used or has run out: a restart of the server prints another. */
  login_link_invalid: 404,
  /** The path exists, the method does not. */
  method_not_allowed: 405,
  /** The request came so slowly that the server gave up on it: nothing was changed, send it again. */
  request_timeout: 408,
  /** Another family has this id: make a new one. */
  family_id_taken: 409,
  /** The caller belongs to this family already; the invitation stays good. */
  already_member: 409,
  /** A family is never without an owner: hand it over first. */
  owner_must_hand_over: 409,
  /** There are as many of these as there may be. */
  limit_reached: 409,
  /** The family is about to be erased, and hidden from all until then: `erasures.cancel` brings it back. */
  family_erased: 410,
  /** The account is about to be erased: `account.cancelErasure` brings it back. */
  account_erased: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  /** The client is too old for this server; it keeps what it has not sent. */
  upgrade_required: 426,
  too_many_requests: 429,
  headers_too_large: 431,
  internal: 500,
  /** The database is away, full or too slow: try again later, nothing was changed. */
  database_unavailable: 503,
  /** WeChat did not answer in time, or not sensibly: try again later. */
  wechat_unavailable: 503,
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** Why one change of a sync was refused while the others went through. */
export const REJECTIONS = [
  'role_forbidden',
  'child_not_found',
  'product_not_found',
  'entry_not_found',
  /** It was erased, for good: what is said of it is dropped. */
  'entry_erased',
  /** The child was erased, for good. */
  'child_erased',
  /** Another entry of the family has this id already. */
  'entry_id_taken',
  /** An edit may not turn one kind of entry into another. */
  'entry_kind_fixed',
  'fact_not_found',
  /** Another fact of the family has this id already. */
  'fact_id_taken',
  /** An edit may not turn a fact into one of another kind, child or condition. */
  'fact_fixed',
  /** A settlement names a revision that the entry or fact never had. */
  'revision_not_found',
  'intent_not_found',
  /** Another intent of the family has this id already. */
  'intent_id_taken',
  /** It has become a dose: that can be deleted, not denied. */
  'intent_settled',
  /** Nobody who may write has this account. */
  'member_not_found',
  'proposal_not_found',
  /** It is part of the record, or was refused so long ago that nothing is left of it. */
  'proposal_settled',
] as const

export type Rejection = (typeof REJECTIONS)[number]

/** RFC 9457 problem details. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail?: string | undefined
  requestId: string
  /** Each fault with where it is, as a JSON pointer into the request: `/body/changes/3/content/celsius`. */
  errors?: { path: string; message: string }[] | undefined
}
