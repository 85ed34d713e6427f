import type { FactContentOf } from '../../shared/contract/schemas/fact.schema.ts'
import type { FactRecord } from '../../shared/contract/schemas/records.schema.ts'
import { grams, toKg, type Grams } from '../../shared/units/weight.ts'
import type { FactConflicts, StandingFact } from '../facts/fact-revisions.service.ts'
import type { ChildEntity } from './child.entity.ts'
import type { ConditionEntity } from './condition.entity.ts'
import type { WeightEntity } from './weight.entity.ts'

/** Whom the record is about, between tables and contract. */
type Content<Kind extends 'child' | 'weight' | 'condition'> = Omit<FactContentOf<Kind>, 'kind'>

const childContent = ({ name, birthDate, sex, timeZone }: ChildEntity): Content<'child'> => ({
  name,
  birthDate,
  sex,
  timeZone,
})

const weightContent = ({ childId, weighedOn, grams: weight, confirmed }: WeightEntity): Content<'weight'> => ({
  childId,
  on: weighedOn,
  weightKg: toKg(weight as Grams),
  confirmed,
})

const conditionContent = ({ childId, code, present, note }: ConditionEntity): Content<'condition'> => ({
  childId,
  code,
  present,
  note,
})

const standing = ({ id, seq, revision, deleted }: Omit<StandingFact, 'content'>) => ({ id, seq, revision, deleted })

export const childFact = (row: ChildEntity): StandingFact => ({
  ...standing(row),
  content: { kind: 'child', ...childContent(row) },
})
export const weightFact = (row: WeightEntity): StandingFact => ({
  ...standing(row),
  content: { kind: 'weight', ...weightContent(row) },
})
export const conditionFact = (row: ConditionEntity): StandingFact => ({
  ...standing(row),
  content: { kind: 'condition', ...conditionContent(row) },
})

/** The columns that say what a weight's content does. */
export const weightColumns = ({ childId, on, weightKg, confirmed }: Content<'weight'>) => ({
  childId,
  weighedOn: on,
  grams: grams(weightKg),
  confirmed,
})

/** The columns that say what a condition's content does: what an older phone leaves out is not there. */
export const conditionColumns = ({ childId, code, present, note }: Content<'condition'>) => ({
  childId,
  code,
  present,
  note: note ?? null,
})

export const childRecord = (row: ChildEntity, all: FactConflicts): FactRecord => ({
  type: 'child',
  ...standing(row),
  ...childContent(row),
  conflicts: [...(all.get(row.id) ?? [])],
})
export const weightRecord = (row: WeightEntity, all: FactConflicts): FactRecord => ({
  type: 'weight',
  ...standing(row),
  ...weightContent(row),
  conflicts: [...(all.get(row.id) ?? [])],
})
export const conditionRecord = (row: ConditionEntity, all: FactConflicts): FactRecord => ({
  type: 'condition',
  ...standing(row),
  ...conditionContent(row),
  conflicts: [...(all.get(row.id) ?? [])],
})
