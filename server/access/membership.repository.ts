import { Injectable } from '@nestjs/common'
import { currentConsent } from '../../shared/consent/versions.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Account } from './caller.ts'

export interface Standing {
  /** The role the account has in the family now; null when it is no member, or no more. */
  readonly role: Role | null
  /** Whether it is a member, or was one. */
  readonly belonged: boolean
  /** Whether the sign-in its token came from still stands. */
  readonly signedIn: boolean
  /** Whether the account's last word as a guardian was yes, to the text that counts now. */
  readonly consented: boolean
  /** Whether the family is about to be erased. */
  readonly erased: boolean
}

@Injectable()
export class MembershipRepository {
  /** In one statement, for every request of a family asks it. */
  async standing(scope: FamilyScope, { accountId, sessionId }: Account): Promise<Standing> {
    const [standing] = await scope.query<Standing>(
      `select
         (select role from member where family_id = $1 and account_id = $2 and removed_at is null) as role,
         exists (select from member where family_id = $1 and account_id = $2) as belonged,
         ($3::uuid is null or exists (select from session where id = $3 and account_id = $2 and ended_at is null))
           as "signedIn",
         coalesce((select answer = 'given' and version = $4 from consent
           where family_id = $1 and account_id = $2 and kind = 'guardian' order by seq desc limit 1), false)
           as consented,
         exists (select from family where id = $1 and erased_at is not null) as erased`,
      [scope.familyId, accountId, sessionId, currentConsent('guardian')],
    )
    return standing!
  }
}
