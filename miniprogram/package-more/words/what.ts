import { entryFromJson } from '../../../shared/record/entry-json.ts'
import type { DoseEntry } from '../../../shared/record/entry.ts'
import { doseText } from '../../../shared/words/medicine.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { Row } from '../../services/outbox/row.ts'
import { productOf } from '../../stores/records/child-record.ts'
import { reviewTexts } from '../texts/review.ts'
import { contentOf, entryText, factText } from './said.ts'

/** What the change was to do. */
export function whatText({ change, childId }: Pick<Row, 'change' | 'childId'>, state: ScreenState): string {
  const { what } = reviewTexts(state.preferences.language)
  switch (change.op) {
    case 'entry.create':
      return entryText(change.content, change.childId, state)
    case 'entry.edit':
      return what.edit(entryText(change.content, childId, state))
    case 'entry.delete': {
      const row = state.family.entries.find(({ id }) => id === change.entryId)
      return row ? what.removal(entryText(row.content, row.childId, state)) : what.gone
    }
    case 'entry.erase':
      return what.erase
    case 'fact.create':
      return factText(change.content, state)
    case 'fact.edit':
      return what.edit(factText(change.content, state))
    case 'fact.delete': {
      const fact = factOf(change.factId, state)
      return fact ? what.removal(factText(contentOf(fact), state)) : what.gone
    }
    case 'entry.settle':
    case 'fact.settle':
      return what.settle
    case 'intent.create':
      return what.intent(intentText(change.medicine, state))
    case 'intent.deny':
      return what.deny
    case 'duplicate.answer':
      return what.duplicate
    case 'duty.take':
      return what.duty
    case 'proposal.settle':
      return what.proposal
  }
}

const factOf = (factId: string, { family }: ScreenState) =>
  [...family.children, ...family.weights, ...family.conditions, ...family.products].find(({ id }) => id === factId)

function intentText(medicine: object, { family, preferences, now }: ScreenState): string {
  const at = new Date(now).toISOString()
  const dose = entryFromJson({ kind: 'dose', id: '', at, ...medicine }) as DoseEntry
  return doseText(dose, family.products.map(productOf), preferences.language)
}
