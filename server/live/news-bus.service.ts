/** A family's record has moved on to `seq`. */
export interface News {
  readonly familyId: string
  readonly seq: number
}

export interface NewsListener {
  readonly onNews: (news: News) => void
  /** An account may hear less than before, or nothing any more. */
  readonly onRecheck: (accountId: string) => void
  /** Some news may have been lost: whoever listens should look for itself. */
  readonly onGap: () => void
}

/** Carries news between the instances of the API; Postgres does it now, and anything that delivers to all may. */
export interface NewsBus {
  /** Never waits and never fails: news that is lost is repaired by the next pull. */
  publish(news: News): void
  /** Has every instance look again at what the live connections of an account may hear. */
  recheck(accountId: string): void
  subscribe(listener: NewsListener): void
}

export const NEWS_BUS = Symbol('NewsBus')
