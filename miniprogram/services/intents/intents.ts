import type { IntentMedicine } from '../../../shared/contract/schemas/intent.schema.ts'
import type { UndoStore } from '../entries/undo.store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { LogProblem, Writer } from '../outbox/writer.ts'
import { success, type Result } from '../result.ts'

export type Announced = Result<{ readonly intentId: string }, LogProblem>

/** 我要喂: said before a dose, so that nobody else gives one meanwhile. 喂了 is a dose that names it. */
export interface Intents {
  readonly announce: (childId: string, medicine: IntentMedicine) => Announced
  /** 没喂, whoever had said it. Kept back for as long as it can be undone. */
  readonly deny: (intent: { readonly id: string; readonly childId: string }) => Announced
}

interface Parts {
  readonly writer: Writer
  readonly outbox: Outbox
  readonly undo: UndoStore
  readonly newId: () => string
}

export function createIntents({ writer, outbox, undo, newId }: Parts): Intents {
  const { made, write, release } = writer
  const announced = (intentId: string, written: Result<null, LogProblem>): Announced =>
    written.ok ? success({ intentId }) : written

  return {
    announce(childId, medicine) {
      const intentId = newId()
      return announced(intentId, write(childId, { op: 'intent.create', ...made(), intentId, childId, medicine }, false))
    },
    deny({ id, childId }) {
      const change = { op: 'intent.deny', ...made(), intentId: id } as const
      const written = write(childId, change, true)
      if (written.ok) undo.offer({ what: 'saved', takeBack: () => outbox.withdraw(change.changeId), keep: release })
      return announced(id, written)
    },
  }
}
