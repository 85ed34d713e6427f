import { Injectable } from '@nestjs/common'
import { instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { ChangeRejected, type Act } from '../platform/act.ts'
import { DoseRecheckService } from './dose-recheck.service.ts'
import { EntriesRepository } from './entries.repository.ts'

/** 彻底删除: an entry and all that was ever said of it are gone, and only its id is kept. Under the family's lock. */
@Injectable()
export class EntryEraserService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly rechecks: DoseRecheckService,
  ) {}

  /** Its child; null when it was erased before. `mayAll`: the entries of others too. */
  async erase(
    scope: FamilyScope,
    act: Act & { readonly accountId: string },
    entryId: string,
    mayAll: boolean,
  ): Promise<string | null> {
    const entry = await this.entries.find(scope, entryId)
    if (entry === null) {
      if (await this.entries.isErased(scope, entryId)) return null
      throw new ChangeRejected('entry_not_found')
    }
    if (!mayAll && entry.loggedBy !== act.accountId) throw new ChangeRejected('role_forbidden')
    const resting = await this.entries.erase(scope, entryId, act.seq)
    if (entry.kind === 'dose') {
      const moments = [instant(entry.occurredAt.getTime())]
      for (const id of resting) moments.push(instant((await this.entries.find(scope, id))!.occurredAt.getTime()))
      await this.rechecks.afterErasure(scope, act, entry.childId, moments)
    }
    return entry.childId
  }
}
