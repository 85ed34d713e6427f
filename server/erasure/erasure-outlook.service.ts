import { Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { FamiliesRepository } from '../families/families.repository.ts'
import { stampOf } from '../platform/stamp.ts'
import { AccountErasuresRepository } from './account-erasures.repository.ts'
import { ErasuresRepository } from './erasures.repository.ts'

type Outlook = Pick<Reply<'account.read'>, 'erasure' | 'erasedFamilies'>

/** What of an account's is about to be erased: the account, and families that are hidden from it. */
@Injectable()
export class ErasureOutlookService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesRepository,
    private readonly erasures: ErasuresRepository,
    private readonly accounts: AccountErasuresRepository,
  ) {}

  async of(accountId: string): Promise<Outlook> {
    const own = await this.database.outsideFamilies((scope) => this.accounts.find(scope, accountId))
    const hidden = await this.database.asAccount(accountId, (scope) => this.families.erasedOf(scope, accountId))
    const erasedFamilies: NonNullable<Outlook['erasedFamilies']> = []
    for (const { familyId, name, role } of hidden) {
      const pending = await this.database.inFamily(familyId, (scope) => this.erasures.pending(scope, null))
      if (pending === null) continue
      const mayCancel = role === 'owner' || pending.accountId === accountId
      erasedFamilies.push({ familyId, name, erasureId: pending.id, dueAt: stampOf(pending.dueAt), mayCancel })
    }
    return {
      ...(own === null ? {} : { erasure: { dueAt: stampOf(own.dueAt) } }),
      ...(erasedFamilies.length === 0 ? {} : { erasedFamilies }),
    }
  }
}
