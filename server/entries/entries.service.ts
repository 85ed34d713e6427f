import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { EntryRecord, SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import { ChildrenService } from '../children/children.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { AppError } from '../platform/app-error.ts'
import { stampOf } from '../platform/stamp.ts'
import { EntriesRepository } from './entries.repository.ts'
import type { EntryEntity } from './entry.entity.ts'
import { entryRecord } from './entry-record.ts'
import type { RevisionEntity } from './revision.entity.ts'

/** More than 20 people at odds over one entry are shown the latest; a record must stay small enough for a page. */
const MAX_CONFLICTS = 20
const MAX_LISTED = 1_000

@Injectable()
export class EntriesService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly children: ChildrenService,
    private readonly entries: EntriesRepository,
  ) {}

  list(
    { familyId, childId }: Call<'entries.list'>['params'],
    query: Call<'entries.list'>['query'],
  ): Promise<Reply<'entries.list'>> {
    const period = { from: instantOf(query.from), to: instantOf(query.to) }
    return this.database.inFamily(familyId, async (scope) => {
      await this.children.requireChild(scope, childId)
      const rows = await this.entries.between(scope, childId, { ...period, limit: MAX_LISTED + 1 })
      return { entries: await this.records(scope, rows.slice(0, MAX_LISTED)), more: rows.length > MAX_LISTED }
    })
  }

  revisions({ familyId, entryId }: Call<'entries.revisions'>['params']): Promise<Reply<'entries.revisions'>> {
    return this.database.inFamily(familyId, async (scope) => {
      const entry = await this.entries.find(scope, entryId)
      if (entry === null) throw new AppError('not_found')
      const revisions = await this.entries.revisionsOf(scope, entryId)
      const settled = new Set(revisions.flatMap(({ settles }) => settles ?? []))
      return {
        revisions: revisions.map((revision) => ({
          revision: revision.revision,
          state: stateOf(revision, entry, settled),
          stale: revision.stale,
          accountId: revision.accountId,
          at: stampOf(revision.receivedAt),
          seq: revision.seq,
          content: revision.content,
        })),
      }
    })
  }

  /** Everything that was ever said of the entries of the family, in the order of its record. */
  async history(scope: FamilyScope): Promise<object[]> {
    const revisions = await this.entries.allRevisions(scope)
    return revisions.map(({ familyId: _, madeAt, receivedAt, ...revision }) => ({
      ...revision,
      madeAt: stampOf(madeAt),
      receivedAt: stampOf(receivedAt),
    }))
  }

  /** What phones are told of the entries in a stretch of the family's order. */
  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    return this.records(scope, await this.entries.inRange(scope, range))
  }

  private async records(scope: FamilyScope, rows: readonly Row<EntryEntity>[]): Promise<EntryRecord[]> {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const stale = await this.entries.staleRevisions(scope, ids, MAX_CONFLICTS)
    return rows.map((row) =>
      entryRecord(
        row,
        stale.filter(({ entryId }) => entryId === row.id),
      ),
    )
  }
}

function stateOf(
  revision: Row<RevisionEntity>,
  entry: Row<EntryEntity>,
  settled: ReadonlySet<number>,
): 'current' | 'superseded' | 'conflicting' {
  if (revision.revision === entry.revision) return 'current'
  return revision.stale && !settled.has(revision.revision) ? 'conflicting' : 'superseded'
}

/** The contract has checked that it is a stamp. */
const instantOf = (text: string | undefined) => (text === undefined ? undefined : parseStamp(text)!.at)
