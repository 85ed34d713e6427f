import { interchangeFromRecord } from '../../../shared/interchange/interchange.ts'
import type { LeftFamily } from '../../services/left-behind/left-behind.ts'
import { childRecordOf } from '../../stores/records/child-record.ts'

/** What was left behind of each child, as files that Shouwen reads again anywhere. */
export const leftFiles = ({ family }: LeftFamily): readonly { readonly child: string; readonly json: string }[] =>
  family.children.map((child) => ({
    child: child.name,
    json: JSON.stringify(interchangeFromRecord(childRecordOf(family, child)), null, 2),
  }))
