import { Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { formatStamp, type Instant } from '../../shared/time/instant.ts'
import type { Account } from '../access/caller.ts'
import { TokenService } from '../access/token.service.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { FamiliesService } from '../families/families.service.ts'
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
  ) {}

  async read({ accountId }: Account): Promise<Reply<'account.read'>> {
    return { accountId, families: await this.families.of(accountId) }
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

  /** A session for whom the provider vouches; null when nobody has that identity. */
  async signIn(provider: string, subject: string): Promise<Reply<'demo.login'> | null> {
    const accountId = await this.database.outsideFamilies((scope) =>
      this.accounts.findByIdentity(scope, provider, subject),
    )
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
}
