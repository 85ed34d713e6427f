import { Inject, Injectable } from '@nestjs/common'
import type { InterchangeJson } from '../../shared/interchange/interchange-json.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { ChildrenService } from '../children/children.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import { DoseRecheckService } from '../entries/dose-recheck.service.ts'
import { EntryWriterService } from '../entries/entry-writer.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { NEWS_BUS, type NewsBus } from '../live/news-bus.service.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { ProductsService } from '../products/products.service.ts'
import { IntentChangesService } from '../sync/intent-changes.service.ts'
import { planImport, type ImportPlan } from './import-plan.ts'
import { shiftToNow } from './shift-file.ts'

const KINDS = ['children', 'weights', 'conditions', 'products', 'entries'] as const
type Counts = Record<(typeof KINDS)[number], number>

export interface ImportReport {
  readonly childId: string
  readonly added: Counts
  /** What the family had already, from this file or by itself. */
  readonly alreadyThere: Counts
}

type Write = (seq: number) => Promise<unknown>

/** Brings a file into a family, whole or not at all, by the same path and order as what phones send. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly children: ChildrenService,
    private readonly products: ProductsService,
    private readonly writer: EntryWriterService,
    private readonly rechecks: DoseRecheckService,
    private readonly intents: IntentChangesService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NEWS_BUS) private readonly news: NewsBus,
  ) {}

  /** `relative` moves the file in time, so that it ends just before now. */
  async import(familyId: string, file: InterchangeJson, relative: boolean): Promise<ImportReport> {
    const now = this.clock.now()
    const plan = planImport(familyId, file, relative ? shiftToNow(file, now) : file)
    const { report, seq } = await this.database.inFamily(familyId, (scope) => this.importLocked(scope, plan, now))
    if (seq !== null) this.news.publish({ familyId, seq })
    return report
  }

  private async importLocked(
    scope: FamilyScope,
    plan: ImportPlan,
    now: Instant,
  ): Promise<{ report: ImportReport; seq: number | null }> {
    await this.families.lock(scope, 0) // nobody adds what we find missing
    const found = await this.children.findLike(scope, plan.child)
    const childId = found ?? plan.child.id
    const missing: Record<keyof Counts, readonly Write[]> = {
      children: found === null ? [(seq) => this.children.addChild(scope, seq, plan.child)] : [],
      weights: await this.missingWeights(scope, childId, plan),
      conditions: await this.missingConditions(scope, childId, plan),
      products: await this.missingProducts(scope, plan),
      entries: await this.missingEntries(scope, childId, plan, now),
    }
    const inOrder = KINDS.flatMap((kind) => missing[kind])
    const first = await this.families.lock(scope, inOrder.length)
    for (const [index, write] of inOrder.entries()) await write(first + index)
    const last = first + inOrder.length - 1
    if (inOrder.length > 0) await this.lookAgain(scope, last, now)

    const all: Counts = {
      children: 1,
      weights: plan.weights(childId).length,
      conditions: plan.conditions(childId).length,
      products: plan.products.length,
      entries: plan.entries(childId).length,
    }
    const added = counts((kind) => missing[kind].length)
    const report = { childId, added, alreadyThere: counts((kind) => all[kind] - added[kind]) }
    return { report, seq: inOrder.length === 0 ? null : last }
  }

  /** What stood here already may hear something else now, as when a phone had sent it. */
  private async lookAgain(scope: FamilyScope, seq: number, now: Instant): Promise<void> {
    const act = { seq, accountId: null, madeAt: now, receivedAt: now, clockOffsetSeconds: null }
    await this.rechecks.afterFact(scope, act)
    await this.intents.lookAgainEverywhere(scope, act)
  }

  private async missingWeights(scope: FamilyScope, childId: string, plan: ImportPlan): Promise<Write[]> {
    const known = await this.children.weightsOf(scope, childId)
    return plan
      .weights(childId)
      .filter(
        ({ id, weighedOn, grams }) =>
          !known.some((one) => one.id === id || (one.weighedOn === weighedOn && one.grams === grams)),
      )
      .map((weight) => (seq) => this.children.addWeight(scope, seq, weight))
  }

  /** What the family has answered itself stands. */
  private async missingConditions(scope: FamilyScope, childId: string, plan: ImportPlan): Promise<Write[]> {
    const known = new Set((await this.children.conditionsOf(scope, childId)).map(({ code }) => code))
    return plan
      .conditions(childId)
      .filter(({ code }) => !known.has(code))
      .map((condition) => (seq) => this.children.addCondition(scope, seq, condition))
  }

  private async missingProducts(scope: FamilyScope, plan: ImportPlan): Promise<Write[]> {
    const known = new Set((await this.products.all(scope)).map(({ id }) => id))
    return plan.products
      .filter(({ id }) => !known.has(id))
      .map((product) => (seq) => this.products.add(scope, seq, product))
  }

  /** Whoever the file names as the author is the member of that name; anybody else stays a name. */
  private async missingEntries(scope: FamilyScope, childId: string, plan: ImportPlan, now: Instant): Promise<Write[]> {
    const entries = plan.entries(childId)
    const known = await this.writer.taken(
      scope,
      entries.map(({ entryId }) => entryId),
    )
    const accounts = await this.families.accountsByName(scope)
    return entries
      .filter(({ entryId }) => !known.has(entryId))
      .map(({ entryId, content, by }) => (seq) => {
        const accountId = (by === null ? undefined : accounts.get(by)) ?? null
        const act = { seq, accountId, madeAt: now, receivedAt: now, clockOffsetSeconds: null }
        return this.writer.create(scope, act, { entryId, childId, content, author: accountId === null ? by : null })
      })
  }
}

const counts = (of: (kind: keyof Counts) => number): Counts =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Counts
