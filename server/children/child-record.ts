import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { toKg, type Grams } from '../../shared/units/weight.ts'
import type { ChildEntity } from './child.entity.ts'
import type { ConditionEntity } from './condition.entity.ts'
import type { WeightEntity } from './weight.entity.ts'

export const childRecord = ({ seq, id, name, birthDate, sex, timeZone, deleted }: ChildEntity): SyncRecord => ({
  type: 'child',
  seq,
  id,
  name,
  birthDate,
  sex,
  timeZone,
  deleted,
})

export const weightRecord = ({ seq, id, childId, weighedOn, grams, deleted }: WeightEntity): SyncRecord => ({
  type: 'weight',
  seq,
  id,
  childId,
  on: weighedOn,
  weightKg: toKg(grams as Grams),
  deleted,
})

export const conditionRecord = ({ seq, id, childId, code, present, deleted }: ConditionEntity): SyncRecord => ({
  type: 'condition',
  seq,
  id,
  childId,
  code,
  present,
  deleted,
})
