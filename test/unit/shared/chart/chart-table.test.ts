import { chartTable } from '../../../../shared/chart/chart-table.ts'
import { episodeSpan } from '../../../../shared/chart/episode-span.ts'
import type { ChartView } from '../../../../shared/chart/chart-view.ts'
import { findEpisodes } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import type { Language } from '../../../../shared/words/language.ts'
import {
  answer,
  at,
  ibuprofen,
  meilin,
  note,
  recordOf,
  shanghai,
  symptom,
  temperature as t,
  type When,
} from '../support/record.ts'

const rows = (list: Entry[], language: Language = 'zh') => {
  const view: ChartView = {
    now: at(48),
    zone: shanghai,
    language,
    theme: 'light',
    span: { from: at(20), to: at(30) },
    width: 390,
    fontScale: 1,
  }
  return chartTable(recordOf(list), view).map(({ kind, entryId, day, time, text, by }) => [
    kind,
    entryId,
    day,
    time,
    text,
    by,
  ])
}

describe('the twin of the chart', () => {
  const list = [
    t(26, 38.2, 'tympanic'),
    meilin(23.5, 5, '爸爸'),
    t(23.25, 38.94),
    symptom(23.25, 'vomiting', false),
    symptom(24, 'cold_hands_feet'),
    note(24, 'x'),
    answer(24, 'Q1', 'no'),
    t(31, 40),
  ]

  it('has every mark as a row in the order of time, with the gaps', () => {
    expect(rows(list)).toEqual([
      ['symptom', 's-vomiting@23.25', '1 月 15 日', '23:15', '没有呕吐', null],
      ['reading', 't@23.25', '1 月 15 日', '23:15', '38.9 ℃（腋温）', null],
      ['dose', 'd@23.5', '1 月 15 日', '23:30', '美林 5 mL', '爸爸'],
      ['symptom', 's-cold_hands_feet@24', '1 月 16 日', '00:00', '手脚凉', null],
      ['gap', null, '1 月 15 日', '23:15–02:00', '2 小时 45 分没有量，中间的体温我们不知道', null],
      ['reading', 't-tympanic@26', '1 月 16 日', '02:00', '38.2 ℃（耳温）', null],
    ])
    expect(rows(list, 'en')[4]![4]).toBe('not measured for 2 h 45 min; what it was between we do not know')
  })

  it('has no gap at 2 h', () => {
    expect(rows([t(24, 38), t(26, 38)])).toHaveLength(2)
  })
})

describe('the span of an episode', () => {
  const span = (list: Entry[], now: When) => {
    const record = recordOf(list)
    const [episode] = findEpisodes(timelineOf(record, at(now)), at(now), shanghai)
    const { from, to } = episodeSpan(episode!, record, at(now))
    return [(from - at(0)) / 3_600_000, (to - at(0)) / 3_600_000]
  }

  it('reaches to now while it goes on, to its last entry once over, and is never too short to read', () => {
    expect(span([t(1, 38), t(10, 39)], 12)).toEqual([0.5, 12.5])
    expect(span([t(1, 38)], 1)).toEqual([0.5, 4.5])
    expect(span([t(1, 38), t(8, 37), t(16, 37), t(40, 37)], 60)).toEqual([0.5, 16.5])
    expect(span([t(1, 38), ibuprofen(6)], 60)).toEqual([0.5, 6.5])
  })
})
