import { Injectable } from '@nestjs/common'
import type { DuplicateAnswer, SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { EntryWriterService } from '../entries/entry-writer.service.ts'
import { ChangeRejected, type Act } from '../platform/act.ts'
import { derivedId } from '../platform/derived-id.ts'
import { stampOf } from '../platform/stamp.ts'
import { DuplicatesRepository } from './duplicates.repository.ts'

/** "Once, or twice?": what was answered about entries that look alike. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly answers: DuplicatesRepository,
    private readonly entries: EntryWriterService,
  ) {}

  /** Runs under the family's lock. */
  async answer(
    scope: FamilyScope,
    act: Act & { readonly accountId: string },
    entryIds: readonly [string, string],
    answer: DuplicateAnswer,
  ): Promise<void> {
    const [firstEntryId, secondEntryId] = [...entryIds].sort() as [string, string]
    if ((await this.entries.taken(scope, entryIds)).size < 2) throw new ChangeRejected('entry_not_found')
    await this.answers.add(scope, {
      familyId: scope.familyId,
      seq: act.seq,
      firstEntryId,
      secondEntryId,
      answer,
      accountId: act.accountId,
      madeAt: new Date(act.madeAt),
      receivedAt: new Date(act.receivedAt),
    })
  }

  /** One record per pair: what is answered anew takes the place of what was answered before. */
  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const records = new Map<string, SyncRecord>()
    for (const { seq, firstEntryId, secondEntryId, answer, accountId, receivedAt } of await this.answers.inRange(
      scope,
      range,
    )) {
      const id = derivedId('acknowledgement', firstEntryId, secondEntryId)
      const entryIds: [string, string] = [firstEntryId, secondEntryId]
      records.set(id, { type: 'acknowledgement', seq, id, entryIds, answer, accountId, at: stampOf(receivedAt) })
    }
    return [...records.values()]
  }
}
