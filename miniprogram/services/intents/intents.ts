import type { IntentMedicine } from '../../../shared/contract/schemas/intent.schema.ts'
import type { LogProblem, Writer } from '../outbox/writer.ts'
import { success, type Result } from '../result.ts'

export type Announced = Result<{ readonly intentId: string }, LogProblem>

/** 我要喂: said before a dose, so that nobody else gives one meanwhile. 喂了 is a dose that names it. */
export interface Intents {
  readonly announce: (childId: string, medicine: IntentMedicine) => Announced
  /** 没喂, whoever had said it. */
  readonly deny: (intent: { readonly id: string; readonly childId: string }) => Announced
}

export function createIntents({ writer, newId }: { readonly writer: Writer; readonly newId: () => string }): Intents {
  const { made, write } = writer
  const announced = (intentId: string, written: Result<null, LogProblem>): Announced =>
    written.ok ? success({ intentId }) : written

  return {
    announce(childId, medicine) {
      const intentId = newId()
      return announced(intentId, write(childId, { op: 'intent.create', ...made(), intentId, childId, medicine }, false))
    },
    deny: ({ id, childId }) => announced(id, write(childId, { op: 'intent.deny', ...made(), intentId: id }, false)),
  }
}
