import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { FactContent } from '../../shared/contract/schemas/fact.schema.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { FactRevisionsService, type PastFact, type StandingFact } from '../facts/fact-revisions.service.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'
import { TombstonesService } from '../erasure/tombstones.service.ts'
import { FactShelfService, isOfSameKind } from './fact-shelf.service.ts'

/** What a change says of a fact: what it rests on, and what it puts in its place (null: it is deleted). */
interface Said {
  readonly base: number | null
  readonly content: FactContent | null
}

/** Writes children, weights, conditions and products with their revisions. Every method runs under the family's lock. */
@Injectable()
export class FactChangesService {
  constructor(
    private readonly shelf: FactShelfService,
    private readonly revisions: FactRevisionsService,
    private readonly tombstones: TombstonesService,
  ) {}

  async create(scope: FamilyScope, act: Act, id: string, content: FactContent): Promise<Written> {
    if ((await this.shelf.find(scope, id)) !== null) throw new ChangeRejected('fact_id_taken')
    if (await this.tombstones.has(scope, id)) throw new ChangeRejected('child_erased')
    if (!(await this.shelf.hasGround(scope, content))) throw new ChangeRejected('child_not_found')
    const same = await this.shelf.findSame(scope, content)
    // Whoever saw no answer answers anew what was deleted; against one that stands it is a conflict.
    if (same) return this.put(scope, act, same, { base: same.deleted ? same.revision : null, content })

    await this.shelf.add(scope, { id, seq: act.seq, revision: 1, deleted: false, content })
    await this.revisions.note(scope, act, {
      factId: id,
      kind: content.kind,
      revision: 1,
      stale: false,
      content,
      settles: null,
    })
    return saved(1)
  }

  async edit(scope: FamilyScope, act: Act, id: string, said: Said & { content: FactContent }): Promise<Written> {
    // A condition that was asked about on two phones at once has one of their ids.
    const current = (await this.shelf.findSame(scope, said.content)) ?? (await this.require(scope, id))
    if (!isOfSameKind(current.content, said.content)) throw new ChangeRejected('fact_fixed')
    return this.put(scope, act, current, { ...said, base: current.deleted ? null : said.base })
  }

  async delete(scope: FamilyScope, act: Act, id: string, base: number | null): Promise<Written> {
    return this.put(scope, act, await this.require(scope, id), { base, content: null })
  }

  /** A person's word on conflicts of a fact; `stands`: a revision of those they saw, or something else that was meant. */
  async settle(
    scope: FamilyScope,
    act: Act,
    id: string,
    decision: { base: number | null; conflicting: readonly number[]; stands: number | FactContent },
  ): Promise<Written> {
    const { base, conflicting, stands } = decision
    const current = await this.require(scope, id)
    const said = await this.revisions.said(scope, id)
    if (!conflicting.every((revision) => said.get(revision)?.stale)) throw new ChangeRejected('revision_not_found')
    const content = typeof stands === 'number' ? contentOf(stands, decision, said) : stands
    if (content && !isOfSameKind(current.content, content)) throw new ChangeRejected('fact_fixed')
    const isInTime = base === current.revision && conflicting.every((revision) => !said.get(revision)!.settled)
    return this.put(scope, act, current, { base: isInTime ? base : null, content }, conflicting)
  }

  /** A deleted fact is as it was. */
  async restore(scope: FamilyScope, act: Act, id: string): Promise<void> {
    const { content, ...current } = await this.require(scope, id)
    if (current.deleted) await this.put(scope, act, { ...current, content }, { base: current.revision, content })
  }

  /** The fact a change is about. */
  async require(scope: FamilyScope, id: string): Promise<StandingFact> {
    const fact = await this.shelf.find(scope, id)
    if (fact !== null) return fact
    throw new ChangeRejected((await this.tombstones.has(scope, id)) ? 'child_erased' : 'fact_not_found')
  }

  /** In force when it rests on what stands, or says the same; else kept beside it. */
  private async put(
    scope: FamilyScope,
    act: Act,
    current: StandingFact,
    { base, content }: Said,
    settles: readonly number[] | null = null,
  ): Promise<Written> {
    const revision = await this.revisions.next(scope, act, current)
    const isAgreed = base === current.revision || saysTheSame(current, content)
    const said = { kind: current.content.kind, revision, stale: !isAgreed, content, settles: isAgreed ? settles : null }
    await this.revisions.note(scope, act, { factId: current.id, ...said })
    if (!isAgreed) {
      await this.shelf.change(scope, { ...current, seq: act.seq })
      return { outcome: 'conflict', revision, check: null }
    }
    const deleted = content === null
    await this.shelf.change(scope, { ...current, seq: act.seq, revision, deleted, content: content ?? current.content })
    return saved(revision)
  }
}

/** What a revision said that somebody chose: of those they saw. */
function contentOf(
  stands: number,
  { base, conflicting }: { base: number | null; conflicting: readonly number[] },
  said: ReadonlyMap<number, PastFact>,
): FactContent | null {
  const chosen = said.get(stands)
  if (!chosen || !(stands === base || conflicting.includes(stands))) throw new ChangeRejected('revision_not_found')
  return chosen.content
}

const saved = (revision: number): Written => ({ outcome: 'saved', revision, check: null })

/** Two people who say the same of one thing agree, whatever each of them saw. */
const saysTheSame = ({ deleted, content }: StandingFact, other: FactContent | null): boolean =>
  other === null ? deleted : !deleted && isDeepStrictEqual(content, canonical(other))

/** As a table gives it back: what is not known is null and not left out. */
function canonical(content: FactContent): FactContent {
  switch (content.kind) {
    case 'product':
      return {
        ...content,
        openedOn: content.openedOn ?? null,
        ingredients: content.ingredients.map(({ code, mgPerMl, mgPerUnit }) => ({
          code,
          mgPerMl: mgPerMl ?? null,
          mgPerUnit: mgPerUnit ?? null,
        })),
      }
    case 'condition':
      return { ...content, note: content.note ?? null }
    case 'child':
    case 'weight':
      return content
  }
}
