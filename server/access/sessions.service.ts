import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { SignedIn } from '../../shared/contract/schemas/session.schema.ts'
import { DAY, formatStamp, shift, type Instant } from '../../shared/time/instant.ts'
import type { Env } from '../config/env.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { Scope } from '../database/scope.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK, ENV } from '../platform/tokens.ts'
import { makeRefreshToken, readRefreshToken, type RefreshToken } from './refresh-token.ts'
import { keyFor, sameBytes } from './secrets.ts'
import type { SessionEntity } from './session.entity.ts'
import { SessionsRepository } from './sessions.repository.ts'
import { TokenService } from './token.service.ts'

/** A phone that was not used for this long signs in again. */
const LIFETIME = 60 * DAY

type Session = Row<SessionEntity>

/** Sign-ins: opened, renewed by refresh tokens that work once, and ended. */
@Injectable()
export class SessionsService {
  private readonly key: Uint8Array

  constructor(
    private readonly database: FamilyDatabase,
    private readonly sessions: SessionsRepository,
    private readonly tokens: TokenService,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
    @Inject(ENV) env: Env,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = keyFor(env.SESSION_SECRET, 'shouwen refresh')
  }

  async open(accountId: string): Promise<SignedIn> {
    const token = makeRefreshToken(this.key, randomUUID())
    const now = this.clock.now()
    const expiresAt = shift(now, LIFETIME)
    const session: Session = {
      id: token.sessionId,
      accountId,
      createdAt: new Date(now),
      expiresAt: new Date(expiresAt),
      tokenHash: token.hash,
      spentHash: null,
      spentBy: null,
      endedAt: null,
      endedAs: null,
    }
    await this.database.outsideFamilies((scope) => this.sessions.add(scope, session))
    return this.signedIn(accountId, token, expiresAt)
  }

  /** The next pair of tokens. A token that was spent before is in two hands: its whole session ends. */
  async renew(text: string, attemptId: string): Promise<SignedIn> {
    const given = readRefreshToken(this.key, text) ?? refuse()
    const next = makeRefreshToken(this.key, given.sessionId)
    const expiresAt = shift(this.clock.now(), LIFETIME)
    const renewed = await this.database.outsideFamilies(async (scope) => {
      const session = await this.openOne(scope, given)
      if (session === null) return null
      if (!holds(session, given) && !repeats(session, given, attemptId)) {
        await this.sessions.end(scope, session.id, 'token_reused', new Date(this.clock.now()))
        return { ...session, reused: true }
      }
      await this.sessions.rotate(scope, session.id, {
        tokenHash: next.hash,
        spentHash: given.hash,
        spentBy: attemptId,
        expiresAt: new Date(expiresAt),
      })
      return { ...session, reused: false }
    })
    if (renewed === null) refuse()
    if (renewed.reused) {
      this.news.recheck(renewed.accountId)
      refuse()
    }
    return this.signedIn(renewed.accountId, next, expiresAt)
  }

  /** Ends the token's session, or all of its account; how many were open. A token that was spent long ago ends its own alone. */
  async end(text: string, everywhere: boolean): Promise<number> {
    const given = readRefreshToken(this.key, text) ?? refuse()
    const at = new Date(this.clock.now())
    const ended = await this.database.outsideFamilies(async (scope) => {
      const session = await this.openOne(scope, given)
      if (session === null) return null
      const { id, accountId } = session
      const proven = holds(session, given) || isSpent(session, given)
      if (proven && everywhere) return { accountId, proven, count: await this.sessions.endAllOf(scope, accountId, at) }
      const count = await this.sessions.end(scope, id, proven ? 'signed_out' : 'token_reused', at)
      return { accountId, proven, count }
    })
    if (ended === null) refuse()
    this.news.recheck(ended.accountId)
    return ended.proven ? ended.count : refuse()
  }

  private async openOne(scope: Scope, { sessionId }: RefreshToken): Promise<Session | null> {
    const session = await this.sessions.lock(scope, sessionId)
    const isOver = session === null || session.endedAt !== null || session.expiresAt.getTime() <= this.clock.now()
    return isOver ? null : session
  }

  private async signedIn(accountId: string, refresh: RefreshToken, refreshUntil: Instant): Promise<SignedIn> {
    const { token, expiresAt } = await this.tokens.issue(accountId, refresh.sessionId)
    return {
      accountId,
      accessToken: token,
      expiresAt: formatStamp({ at: expiresAt, offsetMinutes: 0 }),
      refreshToken: refresh.text,
      refreshExpiresAt: formatStamp({ at: refreshUntil, offsetMinutes: 0 }),
    }
  }
}

/** The chain's last token. */
const holds = ({ tokenHash }: Session, { hash }: RefreshToken): boolean => sameBytes(tokenHash, hash)

/** The one before it. */
const isSpent = ({ spentHash }: Session, { hash }: RefreshToken): boolean =>
  spentHash !== null && sameBytes(spentHash, hash)

/** The very attempt that spent it, whose answer was lost. */
const repeats = (session: Session, given: RefreshToken, attemptId: string): boolean =>
  isSpent(session, given) && session.spentBy === attemptId

function refuse(): never {
  throw new AppError('unauthenticated')
}
