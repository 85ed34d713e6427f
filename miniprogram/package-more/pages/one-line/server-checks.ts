import { checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import type { DoseQuestionJson } from '../../../../shared/dosing/question.ts'
import type { Situation } from '../../../../shared/dosing/situation.ts'
import type { DoseCheckJson } from '../../../../shared/dosing/verdict.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import { HOUR, type Instant } from '../../../../shared/time/instant.ts'
import { stricter } from '../../../services/dose-check.ts'
import { entryOfLine, type DraftLine } from './draft-line.ts'
import { recordWith, type LineChecks } from './line-checks.ts'

/** What the server has said of a question: null where it did not answer. */
export type Heard = Readonly<Record<string, DoseCheckJson | null | 'asking'>>

export const NOTHING_HEARD: Heard = {}

/** The server can be asked about now alone: of a page written down in the morning this phone knows as much. */
const JUST_GIVEN = HOUR

/** What to ask the server of a draft; null where there is nothing it could know. */
export function questionOfLine({ content, state, isSettled }: DraftLine, now: Instant): DoseQuestionJson | null {
  if (content.kind !== 'dose' || state !== 'open' || !isSettled) return null
  const { productId, ingredient, ml, count, mg } = content
  if (productId == null && ingredient == null) return null
  const at = entryOfLine({ content, key: '' } as DraftLine).at
  if (now - at > JUST_GIVEN) return null
  return { ...(productId == null ? { ingredient } : { productId }), ml, count, mg }
}

export const keyOf = (question: DoseQuestionJson): string => JSON.stringify(question)

/** The phone's checks, each made stricter by what the server knows of that dose; and the drafts it is still asked about. */
export function withServer(
  { odd, doses }: LineChecks,
  lines: readonly DraftLine[],
  record: ChildRecord,
  situation: Situation,
  now: Instant,
  heard: Heard,
): LineChecks & { readonly checking: ReadonlySet<string> } {
  const checking = new Set<string>()
  const open = lines.filter(({ state, isSettled }) => state === 'open' && isSettled)
  const checks = [...doses].map(([key, here]): [string, DoseCheckJson] => {
    const line = lines.find((one) => one.key === key)
    const question = line ? questionOfLine(line, now) : null
    if (!question || !situation.online) return [key, here]
    const there = heard[keyOf(question)]
    if (there === undefined || there === 'asking') {
      checking.add(key)
      return [key, here]
    }
    if (there !== null) return [key, stricter(here, there)]
    // Without an answer this phone must take it that it does not see the others.
    const blind = checkRecordedDose(recordWith(open, record), key, { ...situation, online: false })
    return [key, blind ? doseCheckToJson(blind, situation.zone) : here]
  })
  return { odd, doses: new Map(checks), checking }
}
