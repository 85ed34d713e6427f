import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { assignments, insertInto, selectList } from '../database/statements.ts'
import { EntryEntity } from './entry.entity.ts'
import { RevisionEntity } from './revision.entity.ts'

/** Both ends included; an end that is not named is open. */
export interface Period {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

export interface Premises {
  readonly childThere: boolean
  readonly entryThere: boolean
  readonly productThere: boolean
  readonly erased: boolean
}

const ENTRY = selectList(EntryEntity)
const REVISION = selectList(RevisionEntity)

@Injectable()
export class EntriesRepository {
  /** What a new entry stands on. A product taken out of the cabinet still counts: it was given before that. */
  async premises(
    scope: FamilyScope,
    about: { entryId: string; childId: string; productId: string | null },
  ): Promise<Premises> {
    const [premises] = await scope.query<Premises>(
      `select exists (select 1 from child where family_id = $1 and id = $2 and not deleted) as "childThere",
              exists (select 1 from entry where family_id = $1 and id = $3) as "entryThere",
              $4::uuid is null or exists (select 1 from product where family_id = $1 and id = $4) as "productThere",
              exists (select 1 from tombstone where family_id = $1 and id = $3) as erased`,
      [scope.familyId, about.childId, about.entryId, about.productId],
    )
    return premises!
  }

  async find(scope: FamilyScope, id: string): Promise<Row<EntryEntity> | null> {
    const [entry] = await scope.query<Row<EntryEntity>>(`select ${ENTRY} from entry where family_id = $1 and id = $2`, [
      scope.familyId,
      id,
    ])
    return entry ?? null
  }

  async existing(scope: FamilyScope, ids: readonly string[]): Promise<string[]> {
    const rows = await scope.query<{ id: string }>(
      `select id from entry where family_id = $1 and id = any($2)
       union all select id from tombstone where family_id = $1 and id = any($2)`,
      [scope.familyId, ids],
    )
    return rows.map(({ id }) => id)
  }

  async insert(scope: FamilyScope, entry: Row<EntryEntity>): Promise<void> {
    const { sql, parameters } = insertInto('entry', entry)
    await scope.query(sql, parameters)
  }

  async update(scope: FamilyScope, id: string, changed: Partial<Row<EntryEntity>>): Promise<void> {
    const { sql, parameters } = assignments(changed, 3)
    await scope.query(`update entry set ${sql} where family_id = $1 and id = $2`, [scope.familyId, id, ...parameters])
  }

  async addRevision(scope: FamilyScope, revision: Row<RevisionEntity>): Promise<void> {
    const { sql, parameters } = insertInto('revision', revision)
    await scope.query(sql, parameters)
  }

  /** Erases the entry and all that was ever said of it; the doses whose verdicts rested on it. */
  async erase(scope: FamilyScope, id: string, seq: number): Promise<string[]> {
    const [row] = await scope.query<{ resting: string[] }>('select erase_entry($1, $2, $3) as resting', [
      scope.familyId,
      id,
      seq,
    ])
    return row!.resting
  }

  async isErased(scope: FamilyScope, id: string): Promise<boolean> {
    return (
      (await scope.query('select from tombstone where family_id = $1 and id = $2', [scope.familyId, id])).length > 0
    )
  }

  async lastRevision(scope: FamilyScope, entryId: string): Promise<number> {
    const [row] = await scope.query<{ last: number | null }>(
      'select max(revision) as last from revision where family_id = $1 and entry_id = $2',
      [scope.familyId, entryId],
    )
    return row?.last ?? 0
  }

  revisionsOf(scope: FamilyScope, entryId: string): Promise<Row<RevisionEntity>[]> {
    return scope.query(`select ${REVISION} from revision where family_id = $1 and entry_id = $2 order by revision`, [
      scope.familyId,
      entryId,
    ])
  }

  /** Every revision of every entry of the family. */
  allRevisions(scope: FamilyScope): Promise<Row<RevisionEntity>[]> {
    return scope.query(`select ${REVISION} from revision where family_id = $1 order by seq, entry_id, revision`, [
      scope.familyId,
    ])
  }

  /** The latest stale revisions of these entries that nobody has settled, at most `limit` each, in their order. */
  staleRevisions(scope: FamilyScope, entryIds: readonly string[], limit: number): Promise<Row<RevisionEntity>[]> {
    return scope.query(
      `select ${REVISION} from (
         select *, row_number() over (partition by entry_id order by revision desc) as place
         from revision stale where family_id = $1 and stale and entry_id = any($2)
           and not exists (select 1 from revision later where later.family_id = $1
             and later.entry_id = stale.entry_id and stale.revision = any(later.settles))
       ) latest where place <= $3 order by entry_id, revision`,
      [scope.familyId, entryIds, limit],
    )
  }

  /** The entries of a child that are not deleted, in record order. */
  between(
    scope: FamilyScope,
    childId: string,
    { from, to, limit }: Period & { readonly limit?: number },
  ): Promise<Row<EntryEntity>[]> {
    return scope.query(
      `select ${ENTRY} from entry
       where family_id = $1 and child_id = $2 and not deleted
         and occurred_at >= coalesce($3::timestamptz, '-infinity')
         and occurred_at <= coalesce($4::timestamptz, 'infinity')
       order by occurred_at, id limit $5`,
      [scope.familyId, childId, dateOf(from), dateOf(to), limit ?? null],
    )
  }

  /** The doses of every child that were given after this moment and are not deleted, in record order. */
  dosesAfter(scope: FamilyScope, moment: Instant): Promise<Row<EntryEntity>[]> {
    return scope.query(
      `select ${ENTRY} from entry
       where family_id = $1 and child_id in (select id from child where family_id = $1 and not deleted)
         and kind = 'dose' and not deleted and occurred_at > $2
       order by occurred_at, id`,
      [scope.familyId, dateOf(moment)],
    )
  }

  inRange(scope: FamilyScope, { after, upTo }: SeqRange): Promise<Row<EntryEntity>[]> {
    return scope.query(`select ${ENTRY} from entry where family_id = $1 and seq > $2 and seq <= $3`, [
      scope.familyId,
      after,
      upTo,
    ])
  }
}

const dateOf = (at: Instant | undefined): Date | null => (at === undefined ? null : new Date(at))
