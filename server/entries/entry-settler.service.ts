import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { Entry } from '../../shared/record/entry.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'
import { EntriesRepository } from './entries.repository.ts'
import type { EntryEntity } from './entry.entity.ts'
import { contentOf, entryOf, fromColumns } from './entry-content.ts'
import { EntryWriterService } from './entry-writer.service.ts'
import type { RevisionEntity } from './revision.entity.ts'

/** What a person decides: what they saw in force, which conflicts end with it, and what stands. */
export interface Decision {
  readonly entryId: string
  readonly base: number | null
  readonly conflicting: readonly number[]
  /** A revision of those, or something else that was meant. */
  readonly stands: number | EntryContent
}

/** Ends conflicts of an entry by a person's word. It rests on what they saw, as an edit does. Under the family's lock. */
@Injectable()
export class EntrySettlerService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly writer: EntryWriterService,
  ) {}

  async settle(scope: FamilyScope, act: Act, decision: Decision): Promise<Written> {
    const { entryId, base, conflicting } = decision
    const current = await this.writer.require(scope, entryId)
    const revisions = await this.entries.revisionsOf(scope, entryId)
    const stale = new Set(revisions.filter((one) => one.stale).map(({ revision }) => revision))
    if (!conflicting.every((revision) => stale.has(revision))) throw new ChangeRejected('revision_not_found')

    const entry = chosen(decision, current, revisions)
    await this.requireProduct(scope, current, entry)
    const settled = new Set(revisions.flatMap(({ settles }) => settles ?? []))
    const isInTime = base === current.revision && !conflicting.some((revision) => settled.has(revision))
    // Somebody else has decided, or edited, meanwhile: two who decide the same agree, else it is one more conflict.
    return isInTime || isAsItStands(current, entry)
      ? this.writer.putInForce(scope, act, current, entry, conflicting)
      : this.writer.keepBeside(scope, act, entryId, entry)
  }

  private async requireProduct(
    scope: FamilyScope,
    { id, childId }: Row<EntryEntity>,
    entry: Entry | null,
  ): Promise<void> {
    const productId = entry?.kind === 'dose' ? entry.productId : null
    const { productThere } = await this.entries.premises(scope, { entryId: id, childId, productId })
    if (!productThere) throw new ChangeRejected('product_not_found')
  }
}

/** What is to stand; null: the entry is deleted. */
function chosen(
  { entryId, base, conflicting, stands }: Decision,
  current: Row<EntryEntity>,
  revisions: readonly Row<RevisionEntity>[],
): Entry | null {
  if (typeof stands !== 'number') {
    if (stands.kind !== current.kind) throw new ChangeRejected('entry_kind_fixed')
    return entryOf(entryId, stands)
  }
  const found = revisions.find(({ revision }) => revision === stands)
  if (!found || !(stands === base || conflicting.includes(stands))) throw new ChangeRejected('revision_not_found')
  return found.content && entryOf(entryId, found.content)
}

const isAsItStands = (current: Row<EntryEntity>, entry: Entry | null): boolean =>
  entry === null
    ? current.deleted
    : !current.deleted && isDeepStrictEqual(contentOf(fromColumns(current)), contentOf(entry))
