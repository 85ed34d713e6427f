import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import type { Entry } from '../../shared/record/entry.ts'
import { instant, type Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'
import { DoseGuardService } from './dose-guard.service.ts'
import { DoseRecheckService } from './dose-recheck.service.ts'
import { EntriesRepository } from './entries.repository.ts'
import type { EntryEntity } from './entry.entity.ts'
import { contentOf, entryOf, toColumns } from './entry-content.ts'

/** Writes entries and their revisions. Every method runs under the family's lock. */
@Injectable()
export class EntryWriterService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly guard: DoseGuardService,
    private readonly rechecks: DoseRecheckService,
  ) {}

  /** Which of these ids are taken in the family. */
  async taken(scope: FamilyScope, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await this.entries.existing(scope, ids))
  }

  /** The child of an entry that is a dose; null when it is none. */
  async childOfDose(scope: FamilyScope, entryId: string): Promise<string | null> {
    const entry = await this.entries.find(scope, entryId)
    return entry?.kind === 'dose' ? entry.childId : null
  }

  /** `author` is the name a file gives; null for what a member writes. */
  async create(
    scope: FamilyScope,
    act: Act,
    {
      entryId,
      childId,
      content,
      author,
    }: { entryId: string; childId: string; content: EntryContent; author: string | null },
  ): Promise<Written> {
    const entry = entryOf(entryId, content)
    const there = await this.entries.premises(scope, { entryId: entry.id, childId, productId: productOf(entry) })
    if (there.erased) throw new ChangeRejected('entry_erased')
    if (there.entryThere) throw new ChangeRejected('entry_id_taken')
    if (!there.childThere) throw new ChangeRejected(await this.reasonFor(scope, childId))
    if (!there.productThere) throw new ChangeRejected('product_not_found')

    const check = await this.check(scope, childId, entry, null)
    await this.entries.insert(scope, {
      familyId: scope.familyId,
      id: entry.id,
      seq: act.seq,
      childId,
      ...toColumns(entry),
      revision: 1,
      deleted: false,
      loggedBy: act.accountId,
      author,
      loggedAt: new Date(act.receivedAt),
      editedBy: null,
      editedAt: null,
      clockOffsetSeconds: act.clockOffsetSeconds,
      doseCheck: check,
    })
    await this.note(scope, act, {
      entryId: entry.id,
      revision: 1,
      stale: false,
      content: contentOf(entry),
      settles: null,
    })
    if (entry.kind === 'dose') await this.rechecks.after(scope, act, childId, entry.id, [entry.at])
    return { outcome: 'saved', revision: 1, check }
  }

  /** `base` is the revision the person had before their eyes; anything but the current one makes it a conflict. */
  async edit(
    scope: FamilyScope,
    act: Act,
    made: { entryId: string; base: number | null; content: EntryContent },
  ): Promise<Written> {
    const current = await this.require(scope, made.entryId)
    const entry = entryOf(made.entryId, made.content)
    if (entry.kind !== current.kind) throw new ChangeRejected('entry_kind_fixed')
    const there = await this.entries.premises(scope, {
      entryId: entry.id,
      childId: current.childId,
      productId: productOf(entry),
    })
    if (!there.productThere) throw new ChangeRejected('product_not_found')

    if (current.deleted || made.base !== current.revision) return this.keepBeside(scope, act, entry.id, entry)
    return this.putInForce(scope, act, current, entry)
  }

  async delete(scope: FamilyScope, act: Act, made: { entryId: string; base: number | null }): Promise<Written> {
    const current = await this.require(scope, made.entryId)
    // Two people who delete the same entry agree, whatever each of them saw.
    if (!current.deleted && made.base !== current.revision) return this.keepBeside(scope, act, current.id, null)
    return this.putInForce(scope, act, current, null)
  }

  /** The entry takes this state (null: it is deleted), whatever it had; `settles`: the stale revisions that are over with it. */
  async putInForce(
    scope: FamilyScope,
    act: Act,
    current: Row<EntryEntity>,
    entry: Entry | null,
    settles: readonly number[] | null = null,
  ): Promise<Written> {
    if (entry === null) {
      const gone = { deleted: true, doseCheck: null }
      const revision = await this.supersede(scope, act, current.id, gone, { content: null, settles })
      await this.lookAgain(scope, act, current, [])
      return { outcome: 'saved', revision, check: null }
    }
    const check = await this.check(scope, current.childId, entry, { check: current.doseCheck, at: act.receivedAt })
    const state = { ...toColumns(entry), deleted: false, doseCheck: check }
    const revision = await this.supersede(scope, act, current.id, state, { content: contentOf(entry), settles })
    await this.lookAgain(scope, act, current, [entry.at])
    return { outcome: 'saved', revision, check }
  }

  /** The entry a change is about. */
  async require(scope: FamilyScope, entryId: string): Promise<Row<EntryEntity>> {
    const entry = await this.entries.find(scope, entryId)
    if (entry !== null) return entry
    throw new ChangeRejected((await this.entries.isErased(scope, entryId)) ? 'entry_erased' : 'entry_not_found')
  }

  private async reasonFor(scope: FamilyScope, childId: string): Promise<'child_erased' | 'child_not_found'> {
    return (await this.entries.isErased(scope, childId)) ? 'child_erased' : 'child_not_found'
  }

  private async check(
    scope: FamilyScope,
    childId: string,
    entry: Entry,
    before: Parameters<DoseGuardService['checkWritten']>[3],
  ): Promise<DoseCheckJson | null> {
    return entry.kind === 'dose' ? this.guard.checkWritten(scope, childId, entry, before) : null
  }

  /** Doses that rest on where a dose stood before, or on where it stands now, may have another answer. */
  private async lookAgain(
    scope: FamilyScope,
    act: Act,
    { kind, childId, id, occurredAt }: Row<EntryEntity>,
    now: readonly Instant[],
  ): Promise<void> {
    if (kind === 'dose') await this.rechecks.after(scope, act, childId, id, [instant(occurredAt.getTime()), ...now])
  }

  /** The new state takes the place of the current one. */
  private async supersede(
    scope: FamilyScope,
    act: Act,
    entryId: string,
    changed: Partial<Row<EntryEntity>>,
    said: { content: EntryContent | null; settles: readonly number[] | null },
  ): Promise<number> {
    const revision = (await this.entries.lastRevision(scope, entryId)) + 1
    await this.entries.update(scope, entryId, {
      ...changed,
      seq: act.seq,
      revision,
      editedBy: act.accountId,
      editedAt: new Date(act.receivedAt),
      clockOffsetSeconds: act.clockOffsetSeconds,
    })
    await this.note(scope, act, { entryId, revision, stale: false, ...said })
    return revision
  }

  /** A conflict: kept and shown on every phone, while the entry stays as it is until a person settles it. */
  async keepBeside(scope: FamilyScope, act: Act, entryId: string, entry: Entry | null): Promise<Written> {
    const revision = (await this.entries.lastRevision(scope, entryId)) + 1
    await this.entries.update(scope, entryId, { seq: act.seq })
    const content = entry && contentOf(entry)
    await this.note(scope, act, { entryId, revision, stale: true, content, settles: null })
    return { outcome: 'conflict', revision, check: null }
  }

  private note(
    scope: FamilyScope,
    { seq, accountId, madeAt, receivedAt, clockOffsetSeconds }: Act,
    said: {
      entryId: string
      revision: number
      stale: boolean
      content: EntryContent | null
      settles: readonly number[] | null
    },
  ): Promise<void> {
    return this.entries.addRevision(scope, {
      familyId: scope.familyId,
      ...said,
      settles: said.settles && [...said.settles],
      seq,
      accountId,
      madeAt: new Date(madeAt),
      receivedAt: new Date(receivedAt),
      clockOffsetSeconds,
    })
  }
}

const productOf = (entry: Entry): string | null => (entry.kind === 'dose' ? entry.productId : null)
