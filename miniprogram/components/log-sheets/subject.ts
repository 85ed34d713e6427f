import { fixedZone } from '../../../shared/time/zone.ts'
import { screenState } from '../../behaviors/screen.ts'
import { currentChild, type CurrentChild } from '../../stores/current-child.ts'
import type { EntryRow } from '../../stores/records/entry-row.ts'
import type { Intent } from '../../stores/records/intents.ts'
import { intentCard, type IntentCard } from '../../views/intent-card.view.ts'
import { clock, core, phoneOffsetMinutes } from '../../wiring.ts'

/** The child a sheet was opened for, and what it is about as it was seen then. They stay the same until it closes. */
export interface Subject {
  readonly current: CurrentChild
  /** The entry it changes. */
  readonly row: EntryRow | null
  /** The 我要喂 that it answers. */
  readonly intent: Intent | null
}

export const aboutNothing = (current: CurrentChild): Subject => ({ current, row: null, intent: null })

/** A child of the family as it is now, whichever the screens show. */
export function childOf(childId: string): CurrentChild | null {
  const here = fixedZone(phoneOffsetMinutes(clock.now()))
  const current = currentChild(core.family.get(), { ...core.preferences.get(), childId }, here)
  return current?.child.id === childId ? current : null
}

/** The intent of an open sheet; null once it is answered. */
export function intentOf(intentId: string, current: CurrentChild): IntentCard | null {
  const intent = core.family.get().intents.find(({ id, outcome }) => id === intentId && outcome === null)
  return intent ? intentCard(intent, current, screenState()) : null
}
