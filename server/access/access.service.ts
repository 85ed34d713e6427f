import { Injectable } from '@nestjs/common'
import type { FamilyAction } from '../../shared/contract/routes.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AppError } from '../platform/app-error.ts'
import { may } from './access.policy.ts'
import type { Account, FormerMember, Member } from './caller.ts'
import { MembershipRepository } from './membership.repository.ts'
import { SessionsRepository } from './sessions.repository.ts'

@Injectable()
export class AccessService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly memberships: MembershipRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /** The account, when the sign-in its token came from still stands. */
  async requireSession(account: Account, whileErased = false): Promise<Account> {
    const { signedIn, erased } = await this.database.outsideFamilies((scope) => this.sessions.standing(scope, account))
    if (!signedIn) throw new AppError('unauthenticated')
    if (erased && !whileErased) throw new AppError('account_erased')
    return account
  }

  /** The account as a member that may do this; not there and not yours are one answer, a role that lacks it is another. */
  async require(account: Account, familyId: string, action: FamilyAction): Promise<Member> {
    const { role, signedIn, erased } = await this.database.inFamily(familyId, (scope) =>
      this.memberships.standing(scope, account),
    )
    if (!signedIn) throw new AppError('unauthenticated')
    if (role === null) throw new AppError('not_found')
    if (erased && action !== 'erasure.cancel') throw new AppError('family_erased')
    if (!may(role, action)) throw new AppError('role_forbidden')
    return { accountId: account.accountId, sessionId: account.sessionId, familyId, role }
  }

  /** The same at this very moment, inside a transaction that holds the family's lock: throws when it is over. */
  async requireNow(scope: FamilyScope, account: Account, action: FamilyAction): Promise<void> {
    const { role } = await this.memberships.standing(scope, account)
    if (role === null) throw new AppError('not_found')
    if (!may(role, action)) throw new AppError('role_forbidden')
  }

  /** The account as a former member; whoever belongs to the family now, or never did, finds nothing. */
  async requireFormer(account: Account, familyId: string): Promise<FormerMember> {
    const { accountId, sessionId } = account
    const former = { accountId, sessionId, familyId }
    await this.database.inFamily(familyId, (scope) => this.requireFormerNow(scope, former))
    return former
  }

  /** The same at this very moment, inside a transaction that holds the family's lock. */
  async requireFormerNow(scope: FamilyScope, account: Account): Promise<void> {
    const { role, signedIn, belonged } = await this.memberships.standing(scope, account)
    if (!signedIn) throw new AppError('unauthenticated')
    if (role !== null || !belonged) throw new AppError('not_found')
  }

  /** Whether the account may write into the record at this very moment; throws `consent_required` without a guardian's word. */
  async mayWrite(scope: FamilyScope, account: Account): Promise<boolean> {
    const { role, consented } = await this.memberships.standing(scope, account)
    if (role === null || !may(role, 'record.write')) return false
    if (!consented) throw new AppError('consent_required')
    return true
  }

  /** Whether the account may do this at this very moment, asked inside a transaction that holds the family's lock. */
  async holds(scope: FamilyScope, account: Account, action: FamilyAction): Promise<boolean> {
    const { role } = await this.memberships.standing(scope, account)
    return role !== null && may(role, action)
  }
}
