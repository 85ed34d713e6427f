import { DAY } from '../../../shared/time/instant.ts'
import { agoText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import type { CurrentChild } from '../../stores/current-child.ts'

/** 喝水 +1, 尿了 +1: how often in 24 hours, and how long ago. */
export interface Counter {
  readonly code: 'drinking' | 'urinated'
  readonly icon: string
  readonly name: string
  readonly times: string
  readonly last: string
}

export function countersOf(current: CurrentChild, { now, preferences, texts }: ScreenState): readonly Counter[] {
  const counter = (code: Counter['code'], icon: string, name: string): Counter => {
    const times = current.record.entries
      .filter((entry) => entry.kind === 'symptom' && entry.code === code && entry.present)
      .map(({ at }) => at)
      .filter((at) => at > now - DAY && at <= now)
      .sort((a, b) => a - b)
    const last = times[times.length - 1]
    return {
      code,
      icon,
      name,
      times: texts.now.times(times.length),
      last: last === undefined ? texts.now.never : texts.now.lastTime(agoText(last, now, preferences.language)),
    }
  }
  return [counter('drinking', 'cup', texts.now.drink), counter('urinated', 'drop', texts.now.urine)]
}
