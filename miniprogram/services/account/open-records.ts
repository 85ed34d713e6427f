import { observable, type Readable } from '../../stores/observable.ts'
import type { RecordShelf } from '../../stores/records/record-shelf.ts'
import type { Records } from '../../stores/records/records.store.ts'
import { onOpened } from './opened.ts'
import type { OpenFamily } from './open-family.ts'

const NONE: Records = { familyId: null, isWhole: false, all: [] }

/** Nobody but this phone has anything of it. */
export const localRecords = ({ familyId }: { readonly familyId: string }): Records => ({
  familyId,
  isWhole: true,
  all: [],
})

/** The record of whichever family is open. */
export function createOpenRecords(open: Readable<OpenFamily | null>, shelf: RecordShelf): Readable<Records> {
  const state = observable<Records>(NONE)
  let unfollow = (): void => undefined
  const follow = (): void => {
    unfollow()
    unfollow = () => undefined
    const opened = open.get()
    if (!opened) {
      state.set(NONE)
      return
    }
    if (opened.isLocal) {
      state.set(localRecords(opened))
      return
    }
    const { state: records } = shelf.of(opened)
    unfollow = records.subscribe(() => state.set(records.get()))
    state.set(records.get())
  }
  follow()
  onOpened(open, follow)
  return state
}
