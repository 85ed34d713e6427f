import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { observable, type Readable } from '../../stores/observable.ts'
import type { Records } from '../../stores/records/records.store.ts'

const SAMPLE_ID = 'sample'

/** A record that nobody lives in, only to look at. It is never stored: the next start is without it. */
export interface Sample extends Readable<Records | null> {
  readonly show: (records: readonly SyncRecord[]) => void
  readonly leave: () => void
}

export function createSample(): Sample {
  const state = observable<Records | null>(null)
  return {
    ...state,
    show: (all) => state.set({ familyId: SAMPLE_ID, isWhole: true, all }),
    leave: () => state.set(null),
  }
}
