import { Inject, Injectable } from '@nestjs/common'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import { ChildrenService } from '../children/children.service.ts'
import type { Member } from '../access/caller.ts'
import { ConsentsService } from '../consents/consents.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { DuplicatesService } from '../duplicates/duplicates.service.ts'
import { DutyService } from '../duty/duty.service.ts'
import { ErasureRecordsService } from '../erasure/erasure-records.service.ts'
import { TombstonesService } from '../erasure/tombstones.service.ts'
import { EntriesService } from '../entries/entries.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { IntentsService } from '../intents/intents.service.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'
import { ProductsService } from '../products/products.service.ts'
import { ProposalsService } from '../proposals/proposals.service.ts'
import { OrderRepository, type Source } from './order.repository.ts'

const PAGE_ROWS = 800

export type Page = Omit<SyncResponse, 'results'>

/** Reads a family's order from a cursor on, in pages. */
@Injectable()
export class PageService {
  private readonly sources: Record<Source, { recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> }>

  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly order: OrderRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    consents: ConsentsService,
    tombstones: TombstonesService,
    erasures: ErasureRecordsService,
    children: ChildrenService,
    products: ProductsService,
    duty: DutyService,
    intents: IntentsService,
    duplicates: DuplicatesService,
    proposals: ProposalsService,
    entries: EntriesService,
  ) {
    this.sources = {
      family: families,
      consents,
      tombstones,
      erasures,
      children,
      products,
      duty,
      intents,
      duplicates,
      proposals,
      entries,
    }
  }

  /** A cursor of another epoch, or beyond the order's end, is from before a restore: everything is read again. */
  read({ familyId, accountId }: Member, since: { epoch: string | null; cursor: number }, bytes: number): Promise<Page> {
    return this.database.inFamily(familyId, async (scope) => {
      await this.families.heard(scope, accountId, this.clock.now())
      const { epoch, seq } = await this.families.head(scope)
      const cursor = since.epoch === epoch && since.cursor <= seq ? since.cursor : 0
      if (cursor === seq) return { epoch, cursor, more: false, records: [] }
      const { upTo, more, records } = await this.page(scope, cursor, bytes)
      return { epoch, cursor: more ? upTo : Math.max(upTo, seq), more, records }
    })
  }

  /** Every record there is, in the family's order. */
  async everything(scope: FamilyScope): Promise<SyncRecord[]> {
    const records: SyncRecord[] = []
    for (const source of Object.values(this.sources))
      records.push(...(await source.recordsIn(scope, { after: 0, upTo: Number.MAX_SAFE_INTEGER })))
    return records.sort((a, b) => a.seq - b.seq)
  }

  private async page(
    scope: FamilyScope,
    after: number,
    bytes: number,
  ): Promise<{ upTo: number; more: boolean; records: SyncRecord[] }> {
    const places = await this.order.next(scope, after, PAGE_ROWS + 1)
    const upTo = lastWhole(places.map(({ seq }) => seq))
    const wanted = new Set(places.filter(({ seq }) => seq <= upTo).map(({ source }) => source))
    const records: SyncRecord[] = []
    for (const source of wanted) records.push(...(await this.sources[source].recordsIn(scope, { after, upTo })))
    records.sort((a, b) => a.seq - b.seq)

    const fitting = cut(records, bytes)
    const whole = fitting.length === records.length
    return { upTo: whole ? upTo : fitting.at(-1)!.seq, more: !whole || places.length > PAGE_ROWS, records: fitting }
  }
}

/** Up to where a list of places is certainly whole: rows of one place are never split over two pages. */
function lastWhole(places: readonly number[]): number {
  const last = places.at(-1) ?? 0
  if (places.length <= PAGE_ROWS) return last
  return places.findLast((seq) => seq < last) ?? last
}

/** As many records as the page may weigh, at least those of the first place, never half a place. */
function cut(records: readonly SyncRecord[], limit: number): SyncRecord[] {
  let bytes = 0
  const full = records.findIndex((record) => (bytes += bytesOf(record) + 1) > limit)
  if (full === -1) return [...records]
  const { seq } = records[full]!
  const whole = records.filter((record) => record.seq < seq)
  return whole.length > 0 ? whole : records.filter((record) => record.seq === seq)
}

/** What a value weighs as JSON. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
