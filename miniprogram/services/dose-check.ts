import type { Reply } from '../../shared/contract/endpoints.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { checkDose } from '../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../shared/dosing/dose-check-json.ts'
import type { DoseQuestion, DoseQuestionJson } from '../../shared/dosing/question.ts'
import type { Situation } from '../../shared/dosing/situation.ts'
import { VERDICTS } from '../../shared/dosing/verdict.ts'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Zone } from '../../shared/time/zone.ts'
import type { ApiClient } from './api-client.ts'

/** What this phone can tell by itself, from what it has pulled and written. */
export function checkHere(
  record: ChildRecord,
  question: DoseQuestion,
  now: Instant,
  zone: Zone,
  seen: Omit<Situation, 'zone'>,
): DoseCheckJson {
  return doseCheckToJson(checkDose(record, question, now, { zone, ...seen }), zone)
}

const ANSWER_WITHIN_MS = 5_000

/** What the server tells, which sees every phone's record; null when it did not answer in time. */
export async function checkThere(
  client: ApiClient,
  where: { readonly familyId: string; readonly childId: string },
  question: DoseQuestionJson,
): Promise<Reply<'doses.check'> | null> {
  const body = Object.fromEntries(Object.entries(question).filter(([, value]) => value != null))
  const reply = await client.call('doses.check', { params: where, query: {}, body }, ANSWER_WITHIN_MS)
  return reply.ok ? reply.value : null
}

/** The stricter of two answers: each may know of a dose that the other does not. */
export function stricter(a: DoseCheckJson, b: DoseCheckJson): DoseCheckJson {
  return VERDICTS.indexOf(a.verdict) <= VERDICTS.indexOf(b.verdict) ? a : b
}
