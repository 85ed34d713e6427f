import { Injectable } from '@nestjs/common'
import { checkDose, checkRecordedDose } from '../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../shared/dosing/dose-check-json.ts'
import { INTENT_LASTS, type DoseIntent } from '../../shared/dosing/intent.ts'
import type { DoseQuestion } from '../../shared/dosing/question.ts'
import { withLoosening, type Amendment } from '../../shared/dosing/loosened.ts'
import { wholeRecord } from '../../shared/dosing/situation.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { recordZone } from '../../shared/interchange/record-zone.ts'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import type { DoseEntry } from '../../shared/record/entry.ts'
import { DAY, MINUTE, instant, shift, type Instant } from '../../shared/time/instant.ts'
import { fixedZone } from '../../shared/time/zone.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { IntentsService, type OpenIntent } from '../intents/intents.service.ts'
import { ChildRecordsService } from './child-records.service.ts'

/** How far back any rule of the guard looks, and some: what is older is not read under the lock. */
const LOOK_BACK = 10 * DAY

/** A dose that is written, with what was said of it. */
export interface CheckedDose {
  readonly id: string
  readonly occurredAt: Date
  readonly doseCheck: DoseCheckJson | null
}

/** Puts the facts of the database before the rules. No rule stands here, and none in SQL. */
@Injectable()
export class DoseGuardService {
  constructor(
    private readonly records: ChildRecordsService,
    private readonly intents: IntentsService,
  ) {}

  /**
   * What is to be said of a dose that is being written, at its own time: asked under the family's lock, so that no other dose
   * can slip in between. Whatever the answer, the dose is kept: it was given. `before`: what was said of it until this edit.
   */
  async checkWritten(
    scope: FamilyScope,
    childId: string,
    dose: DoseEntry,
    before: { readonly check: DoseCheckJson | null; readonly at: Instant } | null,
  ): Promise<DoseCheckJson | null> {
    const record = await this.records.read(scope, childId, { from: shift(dose.at, -LOOK_BACK), to: dose.at })
    if (record === null) return null
    const entries = [...record.entries.filter(({ id }) => id !== dose.id), dose]
    const zone = zoneFor({ ...record, entries })
    const intents = beside(dose.at, await this.intents.unanswered(scope, childId, dose.at))
    const check = checkRecordedDose({ ...record, entries }, dose.id, { ...wholeRecord(zone), intents })
    if (!check) return null
    const json = doseCheckToJson(check, zone)
    return before ? withLoosening(before.check, json, { entryId: dose.id, at: before.at }, zone) : json
  }

  /** The same for doses that are written already, after a change of the record; where it made an answer milder, that is said. */
  async recheck(
    scope: FamilyScope,
    childId: string,
    doses: readonly CheckedDose[],
    amendment: Amendment,
  ): Promise<ReadonlyMap<string, DoseCheckJson>> {
    const times = doses.map(({ occurredAt }) => occurredAt.getTime())
    const period = { from: shift(instant(Math.min(...times)), -LOOK_BACK), to: instant(Math.max(...times)) }
    const record = await this.records.read(scope, childId, period)
    const checks = new Map<string, DoseCheckJson>()
    if (record === null) return checks
    const zone = zoneFor(record)
    const open = await this.intents.unanswered(scope, childId, instant(Math.min(...times)))
    for (const { id, occurredAt, doseCheck } of doses) {
      const intents = beside(instant(occurredAt.getTime()), open)
      const check = checkRecordedDose(record, id, { ...wholeRecord(zone), intents })
      if (check) checks.set(id, withLoosening(doseCheck, doseCheckToJson(check, zone), amendment, zone))
    }
    return checks
  }

  async knowsChild(scope: FamilyScope, childId: string): Promise<boolean> {
    return (await this.records.read(scope, childId, { from: instant(0), to: instant(0) })) !== null
  }

  /** "May I give this now?"; null when the family has no such child or product. */
  async ask(
    scope: FamilyScope,
    childId: string,
    question: DoseQuestion,
    now: Instant,
    standingOf: (intent: OpenIntent) => IntentStanding,
  ): Promise<DoseCheckJson | null> {
    const record = await this.records.read(scope, childId, { from: shift(now, -LOOK_BACK) })
    if (record === null || !knows(record, question)) return null
    const zone = zoneFor(record)
    const intents = (await this.intents.unanswered(scope, childId, now)).flatMap((intent) => {
      const standing = standingOf(intent)
      return standing === 'itself' ? [] : [{ ...intent, own: standing === 'own' }]
    })
    return doseCheckToJson(checkDose(record, question, now, { ...wholeRecord(zone), intents }), zone)
  }
}

/** What an unanswered intent is to whoever asks: their own, somebody else's, or the very one that is asked about. */
export type IntentStanding = 'own' | 'other' | 'itself'

/**
 * The intents a dose stands beside, every one of them somebody else's: the dose that was meant has answered its own. Said
 * within the time it stands for after the dose, it was meant at the same time: phones' clocks differ by that much.
 */
const beside = (at: Instant, intents: readonly OpenIntent[]): readonly DoseIntent[] =>
  intents
    .filter((intent) => intent.at - at < INTENT_LASTS.value * MINUTE)
    .map((intent) => ({ ...intent, at: instant(Math.min(intent.at, at)), own: false }))

const knows = ({ products }: ChildRecord, { productId }: DoseQuestion): boolean =>
  productId === null || products.some(({ id }) => id === productId)

const zoneFor = (record: ChildRecord) => recordZone(record) ?? fixedZone(0, 'UTC')
