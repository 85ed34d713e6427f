import { Injectable } from '@nestjs/common'
import type { RecordChange } from '../../shared/contract/schemas/change.schema.ts'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { ChangeRejected, type Act } from '../platform/act.ts'
import { stampOf } from '../platform/stamp.ts'
import { ProposalsRepository, type NamedProposal } from './proposals.repository.ts'

type Author = Act & { readonly accountId: string }

/** A change that becomes part of the record now, as the act of who made it. */
export interface Accepted {
  readonly act: Author
  readonly change: RecordChange
}

/** What former members have proposed. */
@Injectable()
export class ProposalsService {
  constructor(private readonly proposals: ProposalsRepository) {}

  /**
   * The owner's word; what is to be written with it, or null. Two phones that say the same agree, and what was refused may
   * still be accepted while it is there. Runs under the family's lock.
   */
  async settle(
    scope: FamilyScope,
    act: Author,
    { proposalId, accept }: { proposalId: string; accept: boolean },
  ): Promise<Accepted | null> {
    const proposal = await this.proposals.find(scope, proposalId)
    if (proposal === null) throw new ChangeRejected('proposal_not_found')
    const state = accept ? 'accepted' : 'refused'
    if (proposal.state === state) return null
    const { change, accountId, clockOffsetSeconds } = proposal
    if (change === null) throw new ChangeRejected('proposal_settled')

    const settled = { settledBy: act.accountId, settledAt: new Date(act.receivedAt) }
    await this.proposals.change(scope, proposalId, {
      seq: act.seq,
      state,
      ...settled,
      change: accept ? null : change,
    })
    const madeAt = parseStamp(change.madeAt)!.at
    return accept ? { act: { ...act, accountId, madeAt, clockOffsetSeconds }, change } : null
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    return (await this.proposals.inRange(scope, range)).map(proposalRecord)
  }
}

const proposalRecord = (proposal: NamedProposal): SyncRecord => ({
  type: 'proposal',
  seq: proposal.seq,
  id: proposal.id,
  accountId: proposal.accountId,
  author: proposal.author,
  change: proposal.change,
  receivedAt: stampOf(proposal.receivedAt),
  state: proposal.state,
  settledBy: proposal.settledBy,
  settledAt: proposal.settledAt && stampOf(proposal.settledAt),
})
