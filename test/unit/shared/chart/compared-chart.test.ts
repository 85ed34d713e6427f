import * as echarts from 'echarts'
import type { EChartsOption } from 'echarts'
import { comparedChart, type ComparedView } from '../../../../shared/chart/compared-chart.ts'
import { comparedEpisode } from '../../../../shared/chart/compared-episode.ts'
import type { LineSeries, Mark } from '../../../../shared/chart/chart-option.ts'
import { findEpisodes } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { at, dose, ibuprofen, recordOf, shanghai, symptom, temperature as t } from '../support/record.ts'

/** One fever of a night in the armpit, with one reading in the ear and two medicines of which one lowers no fever; one days later. */
const record = recordOf([
  t('10T20:00', 38.2),
  t('10T21:00', 39.4),
  t('10T21:30', 39.2, 'tympanic'),
  ibuprofen('10T21:10'),
  dose('10T21:15', { medicine: '益生菌', antipyretic: 'no' }),
  symptom('10T21:20', 'vomiting'),
  t('11T02:00', 37.9),
  t('11T04:00', 36.8),
  t('20T09:00', 37.8),
  t('20T12:00', 38.8),
])
const now = at('20T13:00')
const view: ComparedView = { zone: shanghai, language: 'zh', theme: 'light', width: 358, height: 320, fontScale: 1 }

const episodes = findEpisodes(timelineOf(record, now), now, shanghai)
const pairOf = () => [comparedEpisode(episodes[1]!, record), comparedEpisode(episodes[0]!, record)] as const
const chart = (more: Partial<ComparedView> = {}) => comparedChart(pairOf(), record, { ...view, ...more })
const data = (id: string) => chart().series.find((one) => one.id === id)!.data as (Mark | [number, null])[]
const isMark = (one: Mark | [number, null]): one is Mark => !Array.isArray(one)

describe('two fevers over each other', () => {
  it('both begin at 0, whenever they were, and end where the episode does', () => {
    expect(episodes).toHaveLength(2)
    expect(
      data('episode-0')
        .filter(isMark)
        .map(({ value }) => value),
    ).toEqual([
      [0, 37.8],
      [3 * HOUR, 38.8],
    ])
    expect(
      data('episode-1')
        .filter(isMark)
        .map(({ value }) => value),
    ).toEqual([
      [0, 38.2],
      [HOUR, 39.4],
      [6 * HOUR, 37.9],
    ])
  })

  it('are lines of one site each, the one measured most, and say how many readings are left out', () => {
    const [, earlier] = pairOf()
    expect(earlier).toMatchObject({ site: 'axillary', others: 1 })
    expect(
      data('episode-1')
        .filter(isMark)
        .map(({ entryId }) => entryId),
    ).not.toContain('t-tympanic@10T21:30')
  })

  it('lift the line where nobody measured for more than two hours', () => {
    expect(data('episode-1').filter((one) => !isMark(one))).toEqual([[HOUR + 1, null]])
    expect(data('episode-0').filter((one) => !isMark(one))).toEqual([[1, null]])
  })

  it('have their antipyretics in a lane each, at the time since the fever began', () => {
    expect(data('doses-1')).toMatchObject([{ value: [HOUR + 10 * MINUTE, expect.any(Number)], symbol: 'triangle' }])
    expect(data('doses-0')).toEqual([])
  })

  it('are told apart without colour', () => {
    const [second, first] = chart().series as LineSeries[]
    expect([first!.symbol, second!.symbol]).toEqual(['circle', 'rect'])
    const [mark] = data('episode-1')
    expect(mark).toMatchObject({ itemStyle: { color: '#FFFFFF', borderWidth: 2 } })
  })

  it('name a point by the clock and by the time since the fever began', () => {
    expect(data('episode-1').filter(isMark)[1]!.tip).toBe('21:00 +1 小时  39.4 ℃ 腋温')
  })

  it('label hours while they are few, and days when they are many', () => {
    const labels = (option: ReturnType<typeof chart>) => {
      const { customValues, formatter } = option.xAxis[1]!.axisLabel!
      return customValues!.map((value) => formatter!(value))
    }
    expect(labels(chart())).toEqual(['0', '+1', '+2', '+3', '+4', '+5', '+6'])
    const long = { ...pairOf()[0], readings: [...pairOf()[0].readings, t('24T12:00', 38)] }
    expect(labels(comparedChart([long, pairOf()[1]], record, view))).toEqual([
      '0',
      '+24 小时',
      '+2 天',
      '+3 天',
      '+4 天',
    ])
  })

  it('stay within the axis when something was above or below the ordinary', () => {
    const hot = { ...pairOf()[0], readings: [t('20T09:00', 41.6), t('20T10:00', 34.9)] }
    expect(comparedChart([hot, pairOf()[1]], record, view).yAxis[0]).toMatchObject({ min: 34.5, max: 42 })
  })

  it('are something ECharts draws', () => {
    const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 358, height: 320 })
    drawn.setOption(chart() as EChartsOption)
    const svg = drawn.renderToSVGString()
    drawn.dispose()
    expect(svg).toContain('腋温发热线 37.5')
    expect(svg).toContain('+6')
  })
})
