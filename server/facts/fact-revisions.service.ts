import { Injectable } from '@nestjs/common'
import type { FactContent } from '../../shared/contract/schemas/fact.schema.ts'
import type { FactRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Act } from '../platform/act.ts'
import { stampOf } from '../platform/stamp.ts'
import { FactRevisionsRepository } from './fact-revisions.repository.ts'

/** Of more people at odds over one fact the latest are shown; a record must stay small. */
const MAX_CONFLICTS = 20

/** A fact as its table has it. */
export interface StandingFact {
  readonly id: string
  readonly seq: number
  readonly revision: number
  readonly deleted: boolean
  readonly content: FactContent
}

/** One state a fact was put into, or was to be put into. */
export interface PastFact {
  readonly stale: boolean
  readonly settled: boolean
  /** null: deleted. */
  readonly content: FactContent | null
}

export type FactConflicts = ReadonlyMap<string, FactRecord['conflicts']>

/** What was ever said of the facts of a family. */
@Injectable()
export class FactRevisionsService {
  constructor(private readonly revisions: FactRevisionsRepository) {}

  note(
    scope: FamilyScope,
    { seq, accountId, madeAt, receivedAt, clockOffsetSeconds }: Act,
    said: {
      readonly factId: string
      readonly kind: FactContent['kind']
      readonly revision: number
      readonly stale: boolean
      readonly settles: readonly number[] | null
      readonly content: FactContent | null
    },
  ): Promise<void> {
    return this.revisions.add(scope, {
      ...said,
      settles: said.settles && [...said.settles],
      familyId: scope.familyId,
      seq,
      accountId,
      madeAt: new Date(madeAt),
      receivedAt: new Date(receivedAt),
      clockOffsetSeconds,
    })
  }

  /** The number of the fact's next revision; what a file has brought is written down first, so that it is never lost. */
  async next(scope: FamilyScope, act: Act, fact: StandingFact): Promise<number> {
    const last = await this.revisions.last(scope, fact.id)
    if (last > 0) return last + 1
    const { id: factId, revision, seq, content } = fact
    const first = { factId, kind: content.kind, revision, stale: false, settles: null, content }
    await this.note(scope, { ...act, seq, accountId: null }, first)
    return revision + 1
  }

  /** Everything that was said of a fact, by its number. */
  async said(scope: FamilyScope, factId: string): Promise<ReadonlyMap<number, PastFact>> {
    const rows = await this.revisions.all(scope, factId)
    const settled = new Set(rows.flatMap(({ settles }) => settles ?? []))
    return new Map(
      rows.map(({ revision, stale, content }) => [revision, { stale, settled: settled.has(revision), content }]),
    )
  }

  /** Everything that was ever said of the facts of the family, in the order of its record. */
  async history(scope: FamilyScope): Promise<object[]> {
    const revisions = await this.revisions.everything(scope)
    return revisions.map(({ familyId: _, madeAt, receivedAt, ...revision }) => ({
      ...revision,
      madeAt: stampOf(madeAt),
      receivedAt: stampOf(receivedAt),
    }))
  }

  /** The unsettled conflicts of these facts. */
  async conflictsOf(scope: FamilyScope, factIds: readonly string[]): Promise<FactConflicts> {
    const conflicts = new Map<string, FactRecord['conflicts']>()
    if (factIds.length === 0) return conflicts
    for (const row of await this.revisions.unsettled(scope, factIds, MAX_CONFLICTS)) {
      const { factId, revision, accountId, receivedAt, content } = row
      if (accountId === null) continue
      const known = conflicts.get(factId) ?? []
      conflicts.set(factId, [...known, { revision, accountId, at: stampOf(receivedAt), content }])
    }
    return conflicts
  }
}
