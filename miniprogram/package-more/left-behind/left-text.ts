import type { Instant } from '../../../shared/time/instant.ts'
import { clockText, type Zone } from '../../../shared/time/zone.ts'
import { dayText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { LeftFamily } from '../../services/left-behind/left-behind.ts'
import { leftLines } from './left-lines.ts'

/** What was left behind, one line each, for any chat or notebook. `here`: the phone's zone. */
export function leftText(left: LeftFamily, state: ScreenState, here: Zone): string {
  const { language } = state.preferences
  // Whoever reads it later has another today: every day is named.
  const lines = leftLines(left, { ...state, now: 0 as Instant }, here).map(({ at, what }) =>
    at === null ? what : `${dayText(at.instant, at.zone, language)} ${clockText(at.instant, at.zone)} ${what}`,
  )
  return [left.name, ...lines].filter((line) => line !== '').join('\n')
}
