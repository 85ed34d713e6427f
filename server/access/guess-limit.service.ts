import { Inject, Injectable } from '@nestjs/common'
import { MINUTE, type Instant } from '../../shared/time/instant.ts'
import type { Clock } from '../platform/clock.ts'
import { AppError } from '../platform/app-error.ts'
import { CLOCK } from '../platform/tokens.ts'

const WINDOW = 10 * MINUTE
/** Wrong guesses in that time. Many people share one address behind a carrier's gateway, nobody shares an account. */
const LIMITS = { account: 10, address: 30 } as const
const MAX_KEYS = 50_000

interface Count {
  wrong: number
  until: Instant
}

export interface Guesser {
  readonly accountId: string | null
  readonly address: string
}

/**
 * Counts wrong guesses at codes and links, on this instance. A guess is counted before it is looked at, and given back when
 * it was right or made no sense: many sent at once get no further than one after the other.
 */
@Injectable()
export class GuessLimit {
  private readonly counts = new Map<string, Count>()

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Counts one guess; throws `too_many_requests` when too many were wrong. What it returns takes the guess back. */
  take(guesser: Guesser): () => void {
    const kinds = guesser.accountId === null ? (['address'] as const) : (['account', 'address'] as const)
    const counts = kinds.map((kind) => ({ kind, count: this.countOf(keyOf(kind, guesser)) }))
    if (counts.some(({ kind, count }) => count.wrong >= LIMITS[kind])) throw new AppError('too_many_requests')
    for (const { count } of counts) count.wrong += 1
    return () => {
      for (const { count } of counts) count.wrong -= 1
    }
  }

  private countOf(key: string): Count {
    const now = this.clock.now()
    const known = this.counts.get(key)
    if (known && known.until > now) return known
    this.counts.delete(key) // so that it goes to the end
    this.forget(now)
    const count = { wrong: 0, until: (now + WINDOW) as Instant }
    this.counts.set(key, count)
    return count
  }

  /** Keys stand in the order in which they run out. The oldest go sooner when there are too many: memory stays bounded. */
  private forget(now: Instant): void {
    for (const [key, { until }] of this.counts) {
      if (until > now && this.counts.size < MAX_KEYS) return
      this.counts.delete(key)
    }
  }
}

const keyOf = (kind: 'account' | 'address', { accountId, address }: Guesser): string =>
  kind === 'account' ? `account ${accountId}` : `address ${address}`
