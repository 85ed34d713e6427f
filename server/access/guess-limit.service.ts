import { Inject, Injectable } from '@nestjs/common'
import { MINUTE, SECOND, shift } from '../../shared/time/instant.ts'
import type { Env } from '../config/env.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK, ENV } from '../platform/tokens.ts'
import { GuessesRepository } from './guesses.repository.ts'
import { keyFor, keyedFingerprint } from './secrets.ts'

const WINDOW = 10 * MINUTE
/** Wrong guesses in that time. Many people share one address behind a carrier's gateway, nobody shares an account. */
const LIMITS = { account: 10, address: 30 } as const

export interface Guesser {
  readonly accountId: string | null
  readonly address: string
}

/**
 * Counts wrong guesses at codes and links, for all instances together. A guess is counted before it is looked at, and given
 * back when it was right or made no sense: many sent at once get no further than one after the other.
 */
@Injectable()
export class GuessLimit {
  private readonly key: Uint8Array

  constructor(
    private readonly database: FamilyDatabase,
    private readonly guesses: GuessesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.key = keyFor(env.SESSION_SECRET, 'shouwen guess')
  }

  /** Counts one guess; throws `too_many_requests` when too many were wrong. What it gives takes the guess back. */
  async take({ accountId, address }: Guesser): Promise<() => Promise<void>> {
    const counted = [
      { name: `address ${address}`, limit: LIMITS.address },
      ...(accountId === null ? [] : [{ name: `account ${accountId}`, limit: LIMITS.account }]),
    ]
    const guessers = counted.map(({ name }) => keyedFingerprint(this.key, name))
    const now = this.clock.now()
    const window = { now: new Date(now), until: new Date(shift(now, WINDOW)) }
    const counts = await this.database.outsideFamilies((scope) => this.guesses.count(scope, guessers, window))
    const giveBack = () => this.database.outsideFamilies((scope) => this.guesses.giveBack(scope, guessers))
    const exceeded = counts.filter(({ wrong }, index) => wrong > counted[index]!.limit)
    if (exceeded.length === 0) return giveBack
    await giveBack()
    const over = Math.max(...exceeded.map(({ until }) => until.getTime()))
    throw new AppError('too_many_requests', undefined, undefined, Math.max(1, Math.ceil((over - now) / SECOND)))
  }
}
