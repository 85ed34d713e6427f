import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { SignedIn } from '../../shared/contract/schemas/session.schema.ts'
import { HOUR, shift } from '../../shared/time/instant.ts'
import { fingerprint } from '../access/secrets.ts'
import { SessionsService } from '../access/sessions.service.ts'
import { AccountsService } from '../accounts/accounts.service.ts'
import type { Env } from '../config/env.ts'
import { DatabaseHealth } from '../database/database-health.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { InviteCodes } from '../invites/invite-codes.service.ts'
import { JoiningService, type Newcomer } from '../invites/joining.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { derivedId } from '../platform/derived-id.ts'
import { CLOCK, ENV } from '../platform/tokens.ts'
import { LoginLinksRepository } from './login-links.repository.ts'

const PROVIDER = 'local'
const OWNER = 'owner'
const LIFETIME = HOUR

interface Join extends Pick<Newcomer, 'consentVersion'> {
  readonly code: string
  readonly memberName: string
  readonly attemptId: string
}

/** Signing in without WeChat: whoever can read what the server prints is its owner, and others come by the owner's invites. */
@Injectable()
export class LocalLoginService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly health: DatabaseHealth,
    private readonly links: LoginLinksRepository,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly codes: InviteCodes,
    private readonly joining: JoiningService,
    @Inject(ENV) private readonly env: Env,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new link, which ends those before; null where people sign in another way. After `#`, where no server logs it. */
  async makeOwnerLink(): Promise<string | null> {
    const { LOCAL_LOGIN, APP_URL } = this.env
    if (!LOCAL_LOGIN || APP_URL === undefined) return null
    await this.health.requireReady()
    const secret = randomBytes(32)
    const now = this.clock.now()
    await this.database.outsideFamilies(async (scope) => {
      await this.links.endOthers(scope, new Date(now))
      await this.links.add(scope, fingerprint(secret), new Date(shift(now, LIFETIME)))
    })
    const link = new URL(APP_URL)
    link.hash = `owner=${secret.toString('base64url')}`
    return link.href
  }

  async signInOwner(secret: string, attemptId: string): Promise<SignedIn> {
    const hash = fingerprint(Buffer.from(secret, 'base64url'))
    const now = new Date(this.clock.now())
    if (!(await this.database.outsideFamilies((scope) => this.links.use(scope, hash, attemptId, now))))
      throw new AppError('login_link_invalid')
    return this.accounts.enter(PROVIDER, OWNER)
  }

  /** An account of their own and the membership, both or neither. The same attempt again is the same person. */
  async join({ code, memberName, attemptId, consentVersion }: Join): Promise<SignedIn> {
    const lead = await this.codes.follow(code)
    if (lead === null) throw new AppError('invite_invalid')
    const accountId = derivedId('local account', lead.codeHash.toString('hex'), attemptId)
    const account = { id: accountId, provider: PROVIDER, subject: accountId }
    await this.joining.accept(code, {
      accountId,
      name: memberName,
      consentVersion,
      arrive: (scope) => this.accounts.arrive(scope, account),
    })
    return this.sessions.open(accountId)
  }
}
