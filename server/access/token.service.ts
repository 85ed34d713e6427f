import { Inject, Injectable } from '@nestjs/common'
import { SignJWT, jwtVerify } from 'jose'
import { MINUTE, instant, shift, type Instant } from '../../shared/time/instant.ts'
import { IdSchema } from '../../shared/contract/schemas/primitives.ts'
import type { Env } from '../config/env.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK, ENV } from '../platform/tokens.ts'
import type { Account } from './caller.ts'
import { keyFor } from './secrets.ts'

const LIFETIME = 15 * MINUTE
const ALGORITHM = 'HS256'
const AUDIENCE = 'shouwen access'
const SESSION = 'sid'

export interface AccessToken {
  readonly token: string
  readonly expiresAt: Instant
}

export interface VerifiedToken extends Account {
  readonly expiresAt: Instant
}

/** Short-lived access tokens. Their key is derived from the secret for this use alone, so no other kind can pass as one. */
@Injectable()
export class TokenService {
  private readonly key: Uint8Array

  constructor(
    @Inject(ENV) env: Env,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = keyFor(env.SESSION_SECRET, AUDIENCE)
  }

  /** For an account, and for the sign-in it comes from, with which it ends. */
  async issue(accountId: string, sessionId: string | null = null): Promise<AccessToken> {
    const now = this.clock.now()
    const expiresAt = shift(now, LIFETIME)
    const token = await new SignJWT(sessionId === null ? {} : { [SESSION]: sessionId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(accountId)
      .setAudience(AUDIENCE)
      .setIssuedAt(new Date(now))
      .setExpirationTime(new Date(expiresAt))
      .sign(this.key)
    return { token, expiresAt }
  }

  /** Whose token it is; null when it is none of ours, was tampered with, or has expired. */
  async verify(token: string): Promise<VerifiedToken | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(this.clock.now()),
      })
      const sessionId = payload[SESSION] === undefined ? null : IdSchema.parse(payload[SESSION])
      return { accountId: IdSchema.parse(payload.sub), sessionId, expiresAt: instant(payload.exp! * 1000) }
    } catch {
      return null
    }
  }
}
