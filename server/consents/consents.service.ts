import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { currentConsent, type ConsentAnswer, type ConsentKind } from '../../shared/consent/versions.ts'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { AppError } from '../platform/app-error.ts'
import { derivedId } from '../platform/derived-id.ts'
import { stampOf } from '../platform/stamp.ts'
import type { ConsentEntity } from './consent.entity.ts'
import { ConsentsRepository } from './consents.repository.ts'

/** A member's word, with its place in the family's order. */
interface Said {
  readonly seq: number
  readonly accountId: string
  readonly kind: ConsentKind
  readonly version: number
  readonly answer: ConsentAnswer
  readonly at: Date
}

/** What the members of a family have agreed to. */
@Injectable()
export class ConsentsService {
  constructor(private readonly consents: ConsentsRepository) {}

  /** Throws `consent_required` unless this is the version that is asked for now. */
  requireCurrent(kind: ConsentKind, version: number | undefined): void {
    if (version !== currentConsent(kind)) throw new AppError('consent_required')
  }

  note(scope: FamilyScope, said: Said): Promise<void> {
    return this.consents.add(scope, { ...said, id: randomUUID() })
  }

  /** Whoever becomes a member agrees with that: in the same transaction, at the same place. */
  agreed(scope: FamilyScope, member: Pick<Said, 'seq' | 'accountId' | 'at'>): Promise<void> {
    return this.note(scope, { ...member, kind: 'guardian', version: currentConsent('guardian'), answer: 'given' })
  }

  /** The answer that counts: a guardian's own, or the family's about AI. */
  standing(scope: FamilyScope, kind: ConsentKind, accountId: string): Promise<ConsentEntity | null> {
    return this.consents.standing(scope, kind, kind === 'ai' ? null : accountId)
  }

  all(scope: FamilyScope): Promise<ConsentEntity[]> {
    return this.consents.all(scope)
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const rows = await this.consents.consentsIn(scope, range)
    const latest = new Map(rows.map((row) => [recordIdOf(row), row]))
    return [...latest].map(([id, row]) => ({ type: 'consent', seq: row.seq, id, ...presentConsent(row) }))
  }
}

const recordIdOf = ({ familyId, kind, accountId }: ConsentEntity): string =>
  kind === 'ai' ? derivedId('consent', familyId, kind) : derivedId('consent', familyId, kind, accountId)

export const presentConsent = ({ accountId, kind, version, answer, at }: ConsentEntity) => ({
  accountId,
  kind,
  version,
  answer,
  at: stampOf(at),
})
