import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'

/** Which rows of the family's order belong to whom. */
export type Source =
  | 'family'
  | 'consents'
  | 'tombstones'
  | 'erasures'
  | 'children'
  | 'products'
  | 'duty'
  | 'intents'
  | 'duplicates'
  | 'proposals'
  | 'entries'

export interface Place {
  readonly seq: number
  readonly source: Source
}

@Injectable()
export class OrderRepository {
  /** The next rows of the family's order after a cursor: what they are, not yet what they say. */
  next(scope: FamilyScope, after: number, limit: number): Promise<Place[]> {
    const part = (source: Source, table: string) =>
      `(select seq, '${source}' as source from ${table} where family_id = $1 and seq > $2 order by seq limit $3)`
    return scope.query(
      `select seq, source from (
         select record_seq as seq, 'family' as source from family where id = $1 and record_seq > $2
         union all ${part('family', 'member')}
         union all ${part('consents', 'consent')}
         union all ${part('tombstones', 'tombstone')}
         union all ${part('erasures', 'erasure')}
         union all ${part('children', 'child')}
         union all ${part('children', 'weight')}
         union all ${part('children', 'condition')}
         union all ${part('products', 'product')}
         union all ${part('duty', 'duty')}
         union all ${part('intents', 'dose_intent')}
         union all ${part('duplicates', 'duplicate_answer')}
         union all ${part('proposals', 'proposal')}
         union all ${part('entries', 'entry')}
       ) places order by seq limit $3`,
      [scope.familyId, after, limit],
    )
  }
}
