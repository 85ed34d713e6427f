import { Injectable } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { VanishingService } from '../families/vanishing.service.ts'
import { stampOf } from '../platform/stamp.ts'
import { AccountErasuresRepository } from './account-erasures.repository.ts'
import { ErasuresRepository } from './erasures.repository.ts'

type Outlook = Pick<Reply<'account.read'>, 'erasure' | 'erasedFamilies'>

/** What of an account's is about to be erased: the account, and families that are hidden from it. */
@Injectable()
export class ErasureOutlookService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly vanishing: VanishingService,
    private readonly erasures: ErasuresRepository,
    private readonly accounts: AccountErasuresRepository,
  ) {}

  async of(accountId: string): Promise<Outlook> {
    const own = await this.database.outsideFamilies((scope) => this.accounts.find(scope, accountId))
    const erasedFamilies: NonNullable<Outlook['erasedFamilies']> = []
    for (const { familyId, name, role } of await this.vanishing.erasedOf(accountId)) {
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
