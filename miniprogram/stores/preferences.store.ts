import type { Site } from '../../shared/record/entry.ts'
import type { Language } from '../../shared/words/language.ts'
import type { TemperatureUnit } from '../../shared/words/measure.ts'
import type { Storage } from '../platform/ports.ts'
import { observable, type Readable } from './observable.ts'

/** How this person wants this phone; none of it is the family's. */
export interface Preferences {
  readonly language: Language
  readonly unit: TemperatureUnit
  readonly isLarge: boolean
  /** Where the last temperature was taken: the next one most often is, too. */
  readonly site: Site
  /** The child the screens show; null: the family's first. */
  readonly childId: string | null
}

export interface PreferencesStore extends Readable<Preferences> {
  readonly change: (next: Partial<Preferences>) => void
}

const KEY = 'preferences'

/** The preferences kept on the phone, over those the phone itself suggests. */
export function createPreferencesStore(
  storage: Storage,
  suggested: Pick<Preferences, 'language' | 'isLarge'>,
): PreferencesStore {
  const stored = storage.get(KEY) as Partial<Preferences> | undefined
  const state = observable<Preferences>({ unit: 'celsius', site: 'axillary', childId: null, ...suggested, ...stored })
  return {
    ...state,
    change(next) {
      state.set({ ...state.get(), ...next })
      try {
        storage.set(KEY, state.get())
      } catch {
        // A full phone forgets a preference; that stops nobody.
      }
    },
  }
}
