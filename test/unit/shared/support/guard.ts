import { checkDose } from '../../../../shared/dosing/check-dose.ts'
import { doseQuestion, type DoseQuestionJson } from '../../../../shared/dosing/question.ts'
import { wholeRecord, type Situation } from '../../../../shared/dosing/situation.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { at, recordOf, shanghai, type When } from './record.ts'

export const server = wholeRecord(shanghai)

export interface Around {
  readonly record?: Partial<ChildRecord>
  readonly situation?: Situation
}

/** The guard's answer about a child of three, 14.2 kg, unless told otherwise. */
export const ask = (
  list: readonly Entry[],
  question: DoseQuestionJson,
  now: When,
  { record = {}, situation = server }: Around = {},
) => checkDose(recordOf(list, record), doseQuestion(question), at(now), situation)

export const one = (...args: Parameters<typeof ask>) => ask(...args).ingredients[0]!

export const rules = (...args: Parameters<typeof ask>) => one(...args).rules

/** Reasons of what was found, without remarks. */
export const reasons = (...args: Parameters<typeof ask>) =>
  one(...args)
    .evidence.filter(({ rule }) => rule !== null)
    .map(({ reason }) => reason)

export const bornOn = (birthDate: string | null): Pick<ChildRecord, 'child'> => ({
  child: { ...recordOf([]).child, birthDate: birthDate as DateText | null },
})
