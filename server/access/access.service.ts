import { Injectable } from '@nestjs/common'
import type { FamilyAction } from '../../shared/contract/routes.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { AppError } from '../platform/app-error.ts'
import { may } from './access.policy.ts'
import type { Account, Member } from './caller.ts'
import { MembershipRepository } from './membership.repository.ts'

@Injectable()
export class AccessService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly memberships: MembershipRepository,
  ) {}

  /** The account as a member that may do this; not there and not yours are one answer, a role that lacks it is another. */
  async require({ accountId }: Account, familyId: string, action: FamilyAction): Promise<Member> {
    const role = await this.database.inFamily(familyId, (scope) => this.memberships.roleOf(scope, accountId))
    if (role === null) throw new AppError('not_found')
    if (!may(role, action)) throw new AppError('role_forbidden')
    return { accountId, familyId, role }
  }

  /** Whether the account may do this at this very moment, asked inside a transaction that holds the family's lock. */
  async holds(scope: FamilyScope, { accountId }: Account, action: FamilyAction): Promise<boolean> {
    const role = await this.memberships.roleOf(scope, accountId)
    return role !== null && may(role, action)
  }
}
