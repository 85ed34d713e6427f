import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { Rejection } from '../../shared/contract/errors.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import type { Entry } from '../../shared/record/entry.ts'
import { instant, type Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { DoseGuardService } from './dose-guard.service.ts'
import { DoseRecheckService } from './dose-recheck.service.ts'
import { EntriesRepository } from './entries.repository.ts'
import type { EntryEntity } from './entry.entity.ts'
import { contentOf, entryOf, toColumns } from './entry-content.ts'

/** Who changes an entry, when, and which place in the family's order the change has. */
export interface Act {
  readonly seq: number
  /** null: a file. */
  readonly accountId: string | null
  readonly madeAt: Instant
  readonly receivedAt: Instant
}

/** The revision a change became: in force, or kept beside the one that is. */
export interface Written {
  readonly outcome: 'saved' | 'conflict'
  readonly revision: number
  readonly check: DoseCheckJson | null
}

/** Why a change is refused. Thrown, so that the transaction gives back the place it took. */
export class ChangeRejected extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection)
  }
}

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
    if (there.entryThere) throw new ChangeRejected('entry_id_taken')
    if (!there.childThere) throw new ChangeRejected('child_not_found')
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
      doseCheck: check,
    })
    await this.note(scope, act, { entryId: entry.id, revision: 1, stale: false, content: contentOf(entry) })
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

    const content = contentOf(entry)
    if (current.deleted || made.base !== current.revision) return this.keepBeside(scope, act, entry.id, content)
    const check = await this.check(scope, current.childId, entry, { check: current.doseCheck, at: act.receivedAt })
    const revision = await this.supersede(scope, act, entry.id, { ...toColumns(entry), doseCheck: check }, content)
    await this.lookAgain(scope, act, current, [entry.at])
    return { outcome: 'saved', revision, check }
  }

  async delete(scope: FamilyScope, act: Act, made: { entryId: string; base: number | null }): Promise<Written> {
    const current = await this.require(scope, made.entryId)
    // Two people who delete the same entry agree, whatever each of them saw.
    if (!current.deleted && made.base !== current.revision) return this.keepBeside(scope, act, current.id, null)
    const revision = await this.supersede(scope, act, current.id, { deleted: true, doseCheck: null }, null)
    await this.lookAgain(scope, act, current, [])
    return { outcome: 'saved', revision, check: null }
  }

  private async require(scope: FamilyScope, entryId: string): Promise<Row<EntryEntity>> {
    const entry = await this.entries.find(scope, entryId)
    if (entry === null) throw new ChangeRejected('entry_not_found')
    return entry
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
    content: EntryContent | null,
  ): Promise<number> {
    const revision = (await this.entries.lastRevision(scope, entryId)) + 1
    await this.entries.update(scope, entryId, {
      ...changed,
      seq: act.seq,
      revision,
      editedBy: act.accountId,
      editedAt: new Date(act.receivedAt),
    })
    await this.note(scope, act, { entryId, revision, stale: false, content })
    return revision
  }

  /** A conflict: kept and shown on every phone, while the entry stays as it is until a person settles it. */
  private async keepBeside(
    scope: FamilyScope,
    act: Act,
    entryId: string,
    content: EntryContent | null,
  ): Promise<Written> {
    const revision = (await this.entries.lastRevision(scope, entryId)) + 1
    await this.entries.update(scope, entryId, { seq: act.seq })
    await this.note(scope, act, { entryId, revision, stale: true, content })
    return { outcome: 'conflict', revision, check: null }
  }

  private note(
    scope: FamilyScope,
    { seq, accountId, madeAt, receivedAt }: Act,
    said: { entryId: string; revision: number; stale: boolean; content: EntryContent | null },
  ): Promise<void> {
    return this.entries.addRevision(scope, {
      familyId: scope.familyId,
      ...said,
      seq,
      accountId,
      madeAt: new Date(madeAt),
      receivedAt: new Date(receivedAt),
    })
  }
}

const productOf = (entry: Entry): string | null => (entry.kind === 'dose' ? entry.productId : null)
