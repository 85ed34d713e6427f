import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { assignments, insertInto, selectList } from '../database/statements.ts'
import { ProposalEntity } from './proposal.entity.ts'

const PROPOSAL = selectList(ProposalEntity)

export interface NamedProposal extends Row<ProposalEntity> {
  /** What the family called who made it. */
  readonly author: string
}

@Injectable()
export class ProposalsRepository {
  async find(scope: FamilyScope, id: string): Promise<Row<ProposalEntity> | null> {
    const [proposal] = await scope.query<Row<ProposalEntity>>(
      `select ${PROPOSAL} from proposal where family_id = $1 and id = $2`,
      [scope.familyId, id],
    )
    return proposal ?? null
  }

  /** Which of these changes the family has already, proposed or as part of its record. */
  async known(scope: FamilyScope, changeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await scope.query<{ id: string }>(
      `select id from proposal where family_id = $1 and id = any($2)
       union select change_id from change where family_id = $1 and change_id = any($2)`,
      [scope.familyId, changeIds],
    )
    return new Set(rows.map(({ id }) => id))
  }

  /** How many an account has made that still have their content. */
  async countOf(scope: FamilyScope, accountId: string): Promise<number> {
    const [row] = await scope.query<{ count: number }>(
      'select count(*)::int as count from proposal where family_id = $1 and account_id = $2 and change is not null',
      [scope.familyId, accountId],
    )
    return row!.count
  }

  async add(scope: FamilyScope, proposal: Row<ProposalEntity>): Promise<void> {
    const { sql, parameters } = insertInto('proposal', proposal)
    await scope.query(sql, parameters)
  }

  async change(scope: FamilyScope, id: string, changed: Partial<Row<ProposalEntity>>): Promise<void> {
    const { sql, parameters } = assignments(changed, 3)
    await scope.query(`update proposal set ${sql} where family_id = $1 and id = $2`, [
      scope.familyId,
      id,
      ...parameters,
    ])
  }

  inRange(scope: FamilyScope, { after, upTo }: SeqRange): Promise<NamedProposal[]> {
    return scope.query(
      `select ${PROPOSAL}, (select name from member where member.family_id = $1 and member.account_id = proposal.account_id) as author
       from proposal where family_id = $1 and seq > $2 and seq <= $3`,
      [scope.familyId, after, upTo],
    )
  }
}
