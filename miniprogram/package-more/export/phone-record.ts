import { interchangeFromRecord } from '../../../shared/interchange/interchange.ts'
import { childRecordOf } from '../../stores/records/child-record.ts'
import type { Family } from '../../stores/records/family.ts'

/** What this phone has of each child, as files that Shouwen reads again anywhere. */
export const phoneRecord = (family: Family): readonly { readonly name: string; readonly json: string }[] =>
  family.children.map((child) => ({
    name: `${child.name}.shouwen.json`,
    json: JSON.stringify(interchangeFromRecord(childRecordOf(family, child)), null, 2),
  }))
