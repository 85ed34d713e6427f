import { Inject, Injectable } from '@nestjs/common'
import type { FamilyAction } from '../../shared/contract/routes.ts'
import type { Change, ChangeOf, ChangeResult } from '../../shared/contract/schemas/sync.schema.ts'
import { parseStamp, type Instant } from '../../shared/time/instant.ts'
import { AccessService } from '../access/access.service.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import { DuplicatesService } from '../duplicates/duplicates.service.ts'
import { DutyService } from '../duty/duty.service.ts'
import { DoseRecheckService } from '../entries/dose-recheck.service.ts'
import { EntryEraserService } from '../entries/entry-eraser.service.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { ProposalsService } from '../proposals/proposals.service.ts'
import type { ChangeEntity } from './change.entity.ts'
import { ChangesRepository } from './changes.repository.ts'
import { clockOffset } from '../platform/clock-offset.ts'
import { EntryChangesService } from './entry-changes.service.ts'
import { FactChangesService } from './fact-changes.service.ts'
import { IntentChangesService } from './intent-changes.service.ts'

type Author = Act & { readonly accountId: string }
type FactChange = Extract<Change, { factId: string }>

/** Applies the changes of phones: each in one transaction, each exactly once, one after the other per family. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly changes: ChangesRepository,
    private readonly entries: EntryChangesService,
    private readonly facts: FactChangesService,
    private readonly eraser: EntryEraserService,
    private readonly log: AccessLogService,
    private readonly intents: IntentChangesService,
    private readonly rechecks: DoseRecheckService,
    private readonly duplicates: DuplicatesService,
    private readonly duties: DutyService,
    private readonly proposals: ProposalsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `sentAt`: what the phone's clock showed when it sent the change. */
  async apply(member: Member, change: Change, sentAt: Instant | null): Promise<ChangeResult> {
    try {
      return await this.database.inFamily(member.familyId, (scope) => this.applyLocked(scope, member, change, sentAt))
    } catch (error) {
      if (error instanceof KnownChange) return duplicate(error.change)
      if (error instanceof ChangeRejected)
        return { ...nothing(change.changeId, 'rejected'), rejection: error.rejection }
      throw error
    }
  }

  /** Throws to end the transaction where nothing is to be written, so that the place in the order is given back. */
  private async applyLocked(
    scope: FamilyScope,
    member: Member,
    change: Change,
    sentAt: Instant | null,
  ): Promise<ChangeResult> {
    const seq = await this.families.lock(scope)
    const known = await this.changes.find(scope, change.changeId)
    if (known !== null) throw new KnownChange(known)
    // To erase is everybody's right: it needs no consent.
    const may = change.op === 'entry.erase' || (await this.access.mayWrite(scope, member))
    if (!may) throw new ChangeRejected('role_forbidden')

    const madeAt = parseStamp(change.madeAt)!.at
    const receivedAt = this.clock.now()
    const clockOffsetSeconds = clockOffset({ madeAt, sentAt, receivedAt })
    const act = { seq, accountId: member.accountId, madeAt, receivedAt, clockOffsetSeconds }
    const { outcome, revision, check } = await this.writeAndNote(scope, act, member, change)
    return { changeId: change.changeId, outcome, stored: outcome, seq, revision, rejection: null, check }
  }

  private async writeAndNote(scope: FamilyScope, act: Author, member: Member, change: Change): Promise<Written> {
    const written = await this.write(scope, act, member, change)
    await this.changes.add(scope, {
      familyId: scope.familyId,
      changeId: change.changeId,
      ...subjectOf(change),
      revision: written.revision,
      seq: act.seq,
      outcome: written.outcome,
      doseCheck: written.check,
    })
    return written
  }

  private async write(scope: FamilyScope, act: Author, member: Member, change: Change): Promise<Written> {
    switch (change.op) {
      case 'entry.create':
      case 'entry.edit':
      case 'entry.delete':
      case 'entry.settle':
        return this.entries.write(scope, act, change, await this.baseOf(scope, change))
      case 'entry.erase':
        return this.eraseEntry(scope, act, member, change.entryId)
      case 'fact.create':
      case 'fact.edit':
      case 'fact.delete':
      case 'fact.settle': {
        const written = await this.writeFact(scope, act, member, change)
        if (written.outcome === 'saved') await this.rechecks.afterFact(scope, act)
        await this.intents.lookAgainEverywhere(scope, act)
        return written
      }
      case 'intent.create':
        return this.intents.create(scope, act, change)
      case 'intent.deny':
        return this.intents.deny(scope, act, change.intentId)
      case 'duplicate.answer':
        await this.duplicates.answer(scope, act, change.entryIds, change.answer)
        return { outcome: 'saved', revision: null, check: null }
      case 'duty.take':
        return this.duties.take(scope, act, change.accountId)
      case 'proposal.settle':
        return this.settleProposal(scope, act, member, change)
    }
  }

  private async eraseEntry(scope: FamilyScope, act: Author, member: Member, entryId: string): Promise<Written> {
    const mayAll = await this.access.holds(scope, member, 'record.erase')
    const childId = await this.eraser.erase(scope, act, entryId, mayAll)
    if (childId !== null) {
      await this.log.record(scope, 'entry_erased', { accountId: member.accountId })
      await this.intents.lookAgain(scope, act, childId)
    }
    return { outcome: 'saved', revision: null, check: null }
  }

  /** What is accepted is written as its author's act, under the right of who accepts it. */
  private async settleProposal(
    scope: FamilyScope,
    act: Author,
    member: Member,
    change: ChangeOf<'proposal.settle'>,
  ): Promise<Written> {
    await this.requireRight(scope, member, 'proposals.settle')
    const accepted = await this.proposals.settle(scope, act, change)
    // Its author may have come back, and sent it as a member, since.
    const isNew = accepted !== null && (await this.changes.find(scope, accepted.change.changeId)) === null
    const written = isNew ? await this.writeAndNote(scope, accepted.act, member, accepted.change) : null
    return { outcome: 'saved', revision: null, check: written?.check ?? null }
  }

  private async writeFact(scope: FamilyScope, act: Act, member: Member, change: FactChange): Promise<Written> {
    const base = await this.baseOf(scope, change)
    switch (change.op) {
      case 'fact.create':
        return this.facts.create(scope, act, change.factId, change.content)
      case 'fact.edit':
        return this.facts.edit(scope, act, change.factId, { base, content: change.content })
      case 'fact.delete': {
        const { content } = await this.facts.require(scope, change.factId)
        if (content.kind === 'child') await this.requireRight(scope, member, 'child.delete')
        return this.facts.delete(scope, act, change.factId, base)
      }
      case 'fact.settle':
        return this.facts.settle(scope, act, change.factId, { ...change, base })
    }
  }

  private async requireRight(scope: FamilyScope, member: Member, action: FamilyAction): Promise<void> {
    if (!(await this.access.holds(scope, member, action))) throw new ChangeRejected('role_forbidden')
  }

  /** The revision the person saw. One made on top of an own change that never came to be rests on nothing. */
  private async baseOf(scope: FamilyScope, change: Change): Promise<number | null> {
    if (!('baseRevision' in change)) return null
    if (change.baseChangeId === undefined) return change.baseRevision
    const base = await this.changes.find(scope, change.baseChangeId)
    const { entryId, factId } = subjectOf(change)
    return base?.entryId === entryId && base.factId === factId ? base.revision : null
  }
}

/** What a change wrote a revision of. */
const subjectOf = (change: Change): Pick<ChangeEntity, 'entryId' | 'factId'> => ({
  entryId: 'entryId' in change && change.op !== 'entry.erase' ? change.entryId : null,
  factId: 'factId' in change ? change.factId : null,
})

class KnownChange extends Error {
  constructor(readonly change: Row<ChangeEntity>) {
    super('a known change')
  }
}

const nothing = (changeId: string, outcome: 'duplicate' | 'rejected'): ChangeResult => ({
  changeId,
  outcome,
  stored: null,
  seq: null,
  revision: null,
  rejection: null,
  check: null,
})

const duplicate = ({ changeId, outcome, seq, revision, doseCheck }: Row<ChangeEntity>): ChangeResult => ({
  ...nothing(changeId, 'duplicate'),
  stored: outcome,
  seq,
  revision,
  check: doseCheck,
})
