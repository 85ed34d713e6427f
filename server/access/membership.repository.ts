import { Injectable } from '@nestjs/common'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'

@Injectable()
export class MembershipRepository {
  /** The role an account has in the family now; null when it is no member, or no more. */
  async roleOf(scope: FamilyScope, accountId: string): Promise<Role | null> {
    const [member] = await scope.query<{ role: Role }>(
      'select role from member where family_id = $1 and account_id = $2 and removed_at is null',
      [scope.familyId, accountId],
    )
    return member?.role ?? null
  }
}
