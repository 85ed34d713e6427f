import { Inject, Injectable } from '@nestjs/common'
import type { IntentMedicine } from '../../shared/contract/schemas/intent.schema.ts'
import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { INTENT_LASTS, type DoseIntent } from '../../shared/dosing/intent.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { DAY, MINUTE, instant, shift, type Instant } from '../../shared/time/instant.ts'
import type { FamilyScope } from '../database/family-database.ts'
import type { Row } from '../database/row.ts'
import type { SeqRange } from '../database/seq-range.ts'
import { ChangeRejected, type Act } from '../platform/act.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'
import type { IntentEntity } from './intent.entity.ts'
import { IntentsRepository, type NamedIntent } from './intents.repository.ts'

/** Longer than any interval between two doses: an older one can stand against none. */
const LOOK_BACK = DAY
/** What phones are told of: older ones decide nothing any more. */
const TOLD_FOR = 7 * DAY

/** One that nobody has answered, with who said it. */
export interface OpenIntent extends Omit<DoseIntent, 'own' | 'medicine'> {
  readonly accountId: string
  readonly medicine: DoseIntent['medicine'] & IntentMedicine
  readonly check: DoseCheckJson | null
}

type Author = Act & { readonly accountId: string }

/** Doses that somebody has said they are giving. Every method that writes runs under the family's lock. */
@Injectable()
export class IntentsService {
  constructor(
    private readonly intents: IntentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async requireNew(scope: FamilyScope, id: string): Promise<void> {
    if ((await this.intents.find(scope, id)) !== null) throw new ChangeRejected('intent_id_taken')
  }

  async add(
    scope: FamilyScope,
    act: Author,
    { id, childId, medicine, check }: { id: string; childId: string; medicine: IntentMedicine; check: DoseCheckJson },
  ): Promise<void> {
    await this.intents.add(scope, {
      familyId: scope.familyId,
      id,
      seq: act.seq,
      childId,
      accountId: act.accountId,
      productId: medicine.productId ?? null,
      medicine,
      at: new Date(Math.min(act.madeAt, act.receivedAt)),
      madeAt: new Date(act.madeAt),
      receivedAt: new Date(act.receivedAt),
      outcome: null,
      entryId: null,
      answeredBy: null,
      answeredAt: null,
      doseCheck: check,
    })
  }

  /** 没喂. Two who say so agree; against a dose that is on record it is nothing to be said here. */
  async deny(scope: FamilyScope, act: Author, id: string): Promise<void> {
    const intent = await this.intents.find(scope, id)
    if (intent === null) throw new ChangeRejected('intent_not_found')
    if (intent.outcome === 'given') throw new ChangeRejected('intent_settled')
    await this.answer(scope, act, id, { outcome: 'not_given', entryId: null })
  }

  /** 喂了: a dose answers it, also one that was said not to have been given. One that is not there answers nothing. */
  async give(scope: FamilyScope, act: Author, id: string, dose: { entryId: string; childId: string }): Promise<void> {
    const intent = await this.intents.find(scope, id)
    if (intent?.childId !== dose.childId || intent.outcome === 'given') return
    await this.answer(scope, act, id, { outcome: 'given', entryId: dose.entryId })
  }

  /** Those of a child that were made in the day before `upTo`, or are running then, and have no answer. */
  async unanswered(scope: FamilyScope, childId: string, upTo: Instant): Promise<readonly OpenIntent[]> {
    return (await this.intents.unanswered(scope, childId, new Date(shift(upTo, -LOOK_BACK)))).map(openIntent)
  }

  /** The children who are about to be given something, as far as anybody has said. */
  childrenWaiting(scope: FamilyScope, now: Instant): Promise<readonly string[]> {
    return this.intents.childrenWith(scope, new Date(shift(now, -INTENT_LASTS.value * MINUTE)))
  }

  /** The guard has come to another answer: every phone hears of it. */
  setCheck(scope: FamilyScope, act: Act, id: string, check: DoseCheckJson): Promise<void> {
    return this.intents.change(scope, id, { doseCheck: check, seq: act.seq })
  }

  async recordsIn(scope: FamilyScope, range: SeqRange): Promise<SyncRecord[]> {
    const since = new Date(shift(this.clock.now(), -TOLD_FOR))
    return (await this.intents.inRange(scope, range, since)).map(intentRecord)
  }

  private answer(
    scope: FamilyScope,
    { seq, accountId, receivedAt }: Author,
    id: string,
    said: Pick<IntentEntity, 'outcome' | 'entryId'>,
  ): Promise<void> {
    const answered = { answeredBy: accountId, answeredAt: new Date(receivedAt) }
    return this.intents.change(scope, id, { ...said, ...answered, seq })
  }
}

const openIntent = ({ id, at, by, accountId, medicine, doseCheck }: NamedIntent): OpenIntent => ({
  id,
  at: instant(at.getTime()),
  by,
  accountId,
  check: doseCheck,
  medicine: {
    ...medicine,
    productId: medicine.productId ?? null,
    ingredient: medicine.ingredient ?? null,
    medicine: medicine.medicine ?? null,
  },
})

const intentRecord = (intent: Row<IntentEntity>): SyncRecord => ({
  type: 'intent',
  seq: intent.seq,
  id: intent.id,
  childId: intent.childId,
  accountId: intent.accountId,
  medicine: intent.medicine,
  at: stampOf(intent.at),
  expiresAt: stampOf(new Date(intent.at.getTime() + INTENT_LASTS.value * MINUTE)),
  outcome: intent.outcome,
  entryId: intent.entryId,
  answeredBy: intent.answeredBy,
  check: intent.doseCheck,
})
