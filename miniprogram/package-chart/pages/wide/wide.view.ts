import { analyse } from '../../../../shared/analysis/analyse.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { chosenPeriod, periodsOf } from '../../../views/curve-period.ts'

export interface WideView {
  readonly isLarge: boolean
  /** Both 0: nothing to show. */
  readonly from: number
  readonly to: number
  readonly aria: string
  readonly message: { readonly title: string; readonly text: string }
}

/** The curve of a period and nothing else; the page it was opened from has the rest. */
export function wideView(state: ScreenState, id: string): WideView {
  const { current, now, texts, preferences } = state
  const period = current
    ? chosenPeriod(periodsOf(current, analyse(current.record, now, current.zone).episodes, state), id)
    : null
  return {
    isLarge: preferences.isLarge,
    from: period?.span.from ?? 0,
    to: period?.span.to ?? 0,
    aria: texts.curve.chart,
    message: texts.curve.noEpisode,
  }
}
