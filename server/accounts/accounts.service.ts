import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import type { SignedIn } from '../../shared/contract/schemas/session.schema.ts'
import { formatStamp, type Instant } from '../../shared/time/instant.ts'
import type { Account } from '../access/caller.ts'
import { SessionsService } from '../access/sessions.service.ts'
import { TokenService } from '../access/token.service.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import type { Scope } from '../database/scope.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { ErasureOutlookService } from '../erasure/erasure-outlook.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { AccountsRepository } from './accounts.repository.ts'

interface NewAccount {
  readonly id: string
  readonly provider: string
  readonly subject: string
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly accounts: AccountsRepository,
    private readonly families: FamiliesService,
    private readonly tokens: TokenService,
    private readonly sessions: SessionsService,
    private readonly log: AccessLogService,
    private readonly outlook: ErasureOutlookService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ accountId }: Account): Promise<Reply<'account.read'>> {
    return { accountId, families: await this.families.of(accountId), ...(await this.outlook.of(accountId)) }
  }

  /**
   * Every family that somebody belongs to, found by asking each account: row-level security shows nobody all families at
   * once. For the tools of small installations.
   */
  async allFamilies(): Promise<{ readonly id: string; readonly name: string }[]> {
    const names = new Map<string, string>()
    for (const accountId of await this.database.outsideFamilies((scope) => this.accounts.allIds(scope)))
      for (const { familyId, name } of await this.families.of(accountId)) names.set(familyId, name)
    return [...names].map(([id, name]) => ({ id, name }))
  }

  /** Signs in whom the provider vouches for; who comes for the first time gets an account. */
  async enter(provider: string, subject: string): Promise<SignedIn> {
    const accountId = (await this.find(provider, subject)) ?? (await this.register(provider, subject))
    await this.log.signedIn(accountId)
    return this.sessions.open(accountId)
  }

  /** Adds a newcomer's account, in the transaction of whatever they come for. */
  async arrive(scope: Scope, account: NewAccount): Promise<void> {
    await this.accounts.add(scope, { ...account, at: new Date(this.clock.now()) })
  }

  /** An access token for whom the provider vouches, with no session behind it; null when nobody has that identity. */
  async signIn(provider: string, subject: string): Promise<Reply<'demo.login'> | null> {
    const accountId = await this.find(provider, subject)
    if (accountId === null) return null
    const { token, expiresAt } = await this.tokens.issue(accountId)
    return { accessToken: token, expiresAt: formatStamp({ at: expiresAt, offsetMinutes: 0 }), accountId }
  }

  /** Makes sure that these accounts exist; those that do are left as they are. */
  ensure(accounts: readonly NewAccount[], now: Instant): Promise<void> {
    return this.database.outsideFamilies(async (scope) => {
      for (const account of accounts) await this.accounts.add(scope, { ...account, at: new Date(now) })
    })
  }

  private find(provider: string, subject: string): Promise<string | null> {
    return this.database.outsideFamilies((scope) => this.accounts.findByIdentity(scope, provider, subject))
  }

  /** Of two first sign-ins at the same moment one makes the account, and the other takes it. */
  private async register(provider: string, subject: string): Promise<string> {
    const account = { id: randomUUID(), provider, subject, at: new Date(this.clock.now()) }
    try {
      await this.database.outsideFamilies(async (scope) => {
        if (!(await this.accounts.add(scope, account))) throw new IdentityTaken()
      })
      return account.id
    } catch (error) {
      const winner = error instanceof IdentityTaken ? await this.find(provider, subject) : null
      if (winner === null) throw error
      return winner
    }
  }
}

class IdentityTaken extends Error {}
