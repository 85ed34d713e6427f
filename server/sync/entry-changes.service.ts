import { Injectable } from '@nestjs/common'
import type { ChangeOf } from '../../shared/contract/schemas/sync.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { EntrySettlerService } from '../entries/entry-settler.service.ts'
import { EntryWriterService } from '../entries/entry-writer.service.ts'
import { IntentsService } from '../intents/intents.service.ts'
import type { Act, Written } from '../platform/act.ts'
import { IntentChangesService } from './intent-changes.service.ts'

type EntryChange = ChangeOf<'entry.create' | 'entry.edit' | 'entry.delete' | 'entry.settle'>
type Author = Act & { readonly accountId: string }

/** Writes entries, and what a dose means for those who have said that they are giving one. Under the family's lock. */
@Injectable()
export class EntryChangesService {
  constructor(
    private readonly writer: EntryWriterService,
    private readonly settler: EntrySettlerService,
    private readonly intents: IntentsService,
    private readonly announced: IntentChangesService,
  ) {}

  /** `base`: the revision the person had before their eyes. */
  async write(scope: FamilyScope, act: Author, change: EntryChange, base: number | null): Promise<Written> {
    // What answers an intent is looked at without it.
    if (change.op === 'entry.create' && change.intentId !== undefined)
      await this.intents.give(scope, act, change.intentId, change)
    const written = await this.writeEntry(scope, act, change, base)
    const childId = mayBeDose(change) ? await this.writer.childOfDose(scope, change.entryId) : null
    if (childId !== null) await this.announced.lookAgain(scope, act, childId)
    return written
  }

  private writeEntry(scope: FamilyScope, act: Author, change: EntryChange, base: number | null): Promise<Written> {
    switch (change.op) {
      case 'entry.create':
        return this.writer.create(scope, act, { ...change, author: null })
      case 'entry.edit':
        return this.writer.edit(scope, act, { ...change, base })
      case 'entry.delete':
        return this.writer.delete(scope, act, { ...change, base })
      case 'entry.settle':
        return this.settler.settle(scope, act, { ...change, base })
    }
  }
}

const mayBeDose = (change: EntryChange): boolean => !('content' in change) || change.content.kind === 'dose'
