import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { IntentOutcome, SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { INTENT_LASTS, type DoseIntent } from '../../../shared/dosing/intent.ts'
import { MINUTE, instant, parseStamp, shift, type Instant } from '../../../shared/time/instant.ts'
import type { Row } from '../../services/outbox/row.ts'
import type { NameOf } from './overlay.ts'

type IntentRecord = Extract<SyncRecord, { type: 'intent' }>

/** A dose that somebody has said they are giving, as this phone knows it. */
export interface Intent extends Pick<IntentRecord, 'id' | 'childId' | 'accountId' | 'medicine' | 'check' | 'entryId'> {
  readonly at: Instant
  /** When it has run out, and asks 喂了 or 没喂. */
  readonly expiresAt: Instant
  /** Who said it, as the family calls them. */
  readonly by: string | null
  /** null: nobody has said yet. */
  readonly outcome: IntentOutcome | null
  /** Whether the others have heard of it. */
  readonly state: 'saved' | 'pending' | 'failed'
}

/** The server's intents with every unsent change of this phone laid over them, in the order they were made. */
export function overlayIntents(
  records: readonly IntentRecord[],
  unsent: readonly Row[],
  nameOf: NameOf,
): readonly Intent[] {
  const shown = new Map(records.map((record) => [record.id, fromRecord(record, nameOf)]))
  const answer = (id: string | undefined, outcome: IntentOutcome, entryId: string | null): void => {
    const intent = id === undefined ? undefined : shown.get(id)
    if (intent && intent.outcome !== 'given') shown.set(intent.id, { ...intent, outcome, entryId })
  }
  for (const { change, accountId, failure } of unsent) {
    if (change.op === 'intent.create' && !shown.has(change.intentId)) {
      const { intentId: id, childId, medicine } = change
      const state = failure === null ? 'pending' : 'failed'
      const at = instantOf(change.madeAt)
      const said = {
        id,
        childId,
        accountId,
        medicine,
        by: nameOf(accountId),
        at,
        expiresAt: shift(at, LASTS),
        state,
      } as const
      shown.set(id, { ...said, outcome: null, entryId: null, check: null })
    } else if (failure === null && change.op === 'intent.deny') answer(change.intentId, 'not_given', null)
    else if (failure === null && change.op === 'entry.create') answer(change.intentId, 'given', change.entryId)
  }
  return [...shown.values()]
}

const LASTS = INTENT_LASTS.value * MINUTE

const instantOf = (stamp: string): Instant => parseStamp(stamp)?.at ?? instant(0)

const fromRecord = (record: IntentRecord, nameOf: NameOf): Intent => ({
  id: record.id,
  childId: record.childId,
  accountId: record.accountId,
  medicine: record.medicine,
  at: instantOf(record.at),
  expiresAt: instantOf(record.expiresAt),
  by: nameOf(record.accountId),
  outcome: record.outcome,
  entryId: record.entryId,
  check: record.check,
  state: 'saved',
})

/** What the dose guard must know of them: those of the child that nobody has answered. */
export const guardIntents = (
  intents: readonly Intent[],
  childId: string,
  accountId: string | null,
): readonly DoseIntent[] =>
  intents
    .filter((intent) => intent.childId === childId && intent.outcome === null && intent.state !== 'failed')
    .map((intent) => ({
      id: intent.id,
      at: intent.at,
      by: intent.by,
      own: intent.accountId === accountId,
      medicine: {
        productId: intent.medicine.productId ?? null,
        ingredient: intent.medicine.ingredient ?? null,
        medicine: intent.medicine.medicine ?? null,
      },
    }))

/**
 * The intent that a dose answers when this account logs it: its own, of the same medicine, the latest that is still to be
 * answered. A dose of long before was not the one that was meant.
 */
export const intentAnswered = (
  intents: readonly Intent[],
  by: { readonly childId: string; readonly accountId: string | null },
  dose: EntryContent,
): string | null =>
  intents
    .filter((one) => one.outcome === null && one.childId === by.childId && one.accountId === by.accountId)
    .filter(({ medicine, at }) => names(medicine, dose) && instantOf(dose.at) > shift(at, -LASTS))
    .sort((a, b) => b.at - a.at)[0]?.id ?? null

const names = (medicine: IntentRecord['medicine'], dose: EntryContent): boolean =>
  dose.kind === 'dose' &&
  (['productId', 'ingredient', 'medicine'] as const).every((name) => (medicine[name] ?? null) === (dose[name] ?? null))
