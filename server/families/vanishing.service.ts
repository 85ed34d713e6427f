import { Injectable } from '@nestjs/common'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { FamiliesRepository } from './families.repository.ts'
import { FamiliesService } from './families.service.ts'

/** What an author is called who is here no more. */
const ERASED_NAME = '已注销的成员'

/** What erasures do to families and members. Whatever takes a scope runs in the transaction of the erasure. */
@Injectable()
export class VanishingService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly repository: FamiliesRepository,
    private readonly families: FamiliesService,
  ) {}

  /** The families an account belongs to that are about to be erased. */
  erasedOf(accountId: string): Promise<{ familyId: string; name: string; role: Role }[]> {
    return this.database.asAccount(accountId, (scope) => this.repository.erasedOf(scope, accountId))
  }

  /** Every family an account belongs to or ever did. */
  everOf(accountId: string): Promise<{ familyId: string; removedAt: Date | null }[]> {
    return this.database.asAccount(accountId, (scope) => this.repository.everOf(scope, accountId))
  }

  /** Everybody who has to do with the family, or had. */
  async accountsOf(familyId: string): Promise<string[]> {
    const members = await this.database.inFamily(familyId, (scope) => this.repository.membersOf(scope))
    return members.map(({ accountId }) => accountId)
  }

  /** Takes the family's lock; false when there is no such family any more. */
  async lockIfThere(scope: FamilyScope): Promise<boolean> {
    return (await this.repository.lock(scope, 0)) !== null
  }

  /** Hides the family from its members; null: shows it again. */
  hide(scope: FamilyScope, since: Date | null): Promise<void> {
    return this.repository.hide(scope, since)
  }

  /** A member who had left is one again, as before; its place in the family's order. */
  async comeBack(scope: FamilyScope, accountId: string): Promise<number> {
    const seq = await this.families.lock(scope)
    await this.repository.updateMember(scope, accountId, { removedAt: null, seq })
    return seq
  }

  /** A member without a name, who can come back no more; null when it was done before. */
  async anonymise(scope: FamilyScope, accountId: string, at: Date): Promise<number | null> {
    const member = await this.repository.member(scope, accountId)
    if (member === null || member.name === ERASED_NAME) return null
    const seq = await this.families.lock(scope)
    const removedAt = member.removedAt ?? at
    await this.repository.updateMember(scope, accountId, { name: ERASED_NAME, removedAt, heardAt: null, seq })
    return seq
  }
}
