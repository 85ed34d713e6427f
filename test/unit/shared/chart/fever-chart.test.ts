import type { EChartsOption } from 'echarts'
import * as echarts from 'echarts'
import * as fc from 'fast-check'
import type { LineSeries, Mark } from '../../../../shared/chart/chart-option.ts'
import type { ChartView } from '../../../../shared/chart/chart-view.ts'
import { feverChart, timeAxes } from '../../../../shared/chart/fever-chart.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { fixedZone, zoneOf } from '../../../../shared/time/zone.ts'
import { microlitres, milliPieces } from '../../../../shared/units/medicine.ts'
import { entries } from '../support/arbitrary.ts'
import { night } from '../support/night.ts'
import {
  at,
  dose,
  ibuprofen,
  paracetamol,
  recordOf,
  shanghai,
  symptom,
  temperature as t,
  type When,
} from '../support/record.ts'

const view = (from: When, to: When, more: Partial<ChartView> = {}): ChartView => ({
  now: at(to),
  zone: shanghai,
  language: 'zh',
  theme: 'light',
  span: { from: at(from), to: at(to) },
  width: 390,
  fontScale: 1,
  ...more,
})

const chart = (record: ChildRecord, from: When, to: When, more?: Partial<ChartView>) =>
  feverChart(record, view(from, to, more))
const seriesOf = (option: ReturnType<typeof chart>, id: string) => option.series.find((one) => one.id === id)
const line = (option: ReturnType<typeof chart>, id: string) => seriesOf(option, id) as LineSeries | undefined
const marks = (option: ReturnType<typeof chart>, id: string): Mark[] =>
  (seriesOf(option, id)?.data ?? []).filter((one): one is Mark => !Array.isArray(one) && 'entryId' in one)
const labels = (list: readonly Mark[]) => list.flatMap(({ label }) => (label ? [label.formatter] : []))

const NIGHT = ['15T18:40', '16T07:20'] as const

describe('the lines', () => {
  it('are one per site, every point carrying its entry, its rounded value and its words', () => {
    const option = chart(night, ...NIGHT)
    expect(marks(option, 'site-axillary')).toHaveLength(12)
    expect(marks(option, 'site-tympanic')).toHaveLength(2)
    expect(marks(option, 'site-axillary')[0]).toMatchObject({
      value: [at('15T19:10'), 38.1],
      entryId: 't@15T19:10',
      tip: '19:10  38.1 ℃ 腋温  妈妈',
    })
    const [odd] = marks(chart(recordOf([t(1, 38.25)]), 0, 4), 'site-axillary')
    expect(odd!.value[1]).toBe(38.3)
  })

  it('break at gaps of more than 2 h, with a dashed line between the two readings and no points', () => {
    const option = chart(recordOf([t(1, 38), t(3, 38.5), t('15T05:00:01', 39)]), 0, 6)
    expect(line(option, 'site-axillary')!.data.map((one) => (Array.isArray(one) ? one[1] : one.value[1]))).toEqual([
      38,
      38.5,
      null,
      39,
    ])
    expect(line(option, 'gap-axillary')).toMatchObject({
      data: [
        [at(3), 38.5],
        [at('15T05:00:01'), 39],
        [expect.any(Number), null],
      ],
      showSymbol: false,
      silent: true,
      lineStyle: { type: 'dashed' },
    })
    expect(line(chart(recordOf([t(1, 38), t(3, 38.5)]), 0, 6), 'gap-axillary')).toBeUndefined()
  })

  it('thin out without losing peaks when points would run together, and tips then follow the time axis', () => {
    const many = recordOf(
      Array.from({ length: 300 }, (_, index) => t(index / 10, 38 + (index % 9) / 10, 'axillary', `t${index}`)),
    )
    const option = chart(many, 0, 30)
    expect(line(option, 'site-axillary')).toMatchObject({ showSymbol: false, sampling: 'lttb' })
    expect(option.tooltip.trigger).toBe('axis')
    const few = chart(night, ...NIGHT)
    expect(line(few, 'site-axillary')).toMatchObject({ showSymbol: true })
    expect([line(few, 'site-axillary')!.sampling, few.tooltip.trigger]).toEqual([undefined, 'item'])
  })

  it('show what is in the span, its ends included', () => {
    const record = recordOf([t(1, 38), t(2, 38), t(3, 38), ibuprofen('15T03:00:01'), symptom(0.9, 'cough')])
    expect(chart(record, 1, 3).series.map(({ id }) => id)).toEqual([
      'curve-backdrop',
      'lanes-backdrop',
      'site-axillary',
    ])
    expect(marks(chart(record, 1, 2), 'site-axillary')).toHaveLength(2)
  })

  it('name the highest and the latest, and each site once', () => {
    const option = chart(night, ...NIGHT)
    expect(labels(marks(option, 'site-axillary'))).toEqual(['腋温 39.6', '38.1'])
    expect(labels(marks(option, 'site-tympanic'))).toEqual(['耳温'])
    expect(labels(marks(chart(recordOf([t(1, 38.4)]), 0, 4), 'site-axillary'))).toEqual(['38.4'])
    const two = chart(recordOf([t(1, 39), t(3.5, 38.2, 'rectal')]), 0, 4, { language: 'en' })
    expect([...labels(marks(two, 'site-axillary')), ...labels(marks(two, 'site-rectal'))]).toEqual([
      'armpit 39.0',
      'rectal 38.2',
    ])
  })

  it('leave out a label that would run into another, and keep labels inside', () => {
    const close = chart(recordOf([t(1, 39), t(1.1, 38.8)]), 0, 12)
    expect(labels(marks(close, 'site-axillary'))).toEqual(['39.0'])
    const [edge] = marks(chart(recordOf([t(4, 39)]), 0, 4, { fontScale: 2 }), 'site-axillary')
    expect(edge!.label!.offset![0]).toBeLessThan(0)
    const [start] = marks(chart(recordOf([t(0, 39)]), 0, 4, { fontScale: 2 }), 'site-axillary')
    expect(start!.label!.offset![0]).toBeGreaterThan(0)
  })
})

describe('the temperature axis', () => {
  const range = (...celsius: number[]) => {
    const { min, max } = chart(recordOf(celsius.map((value, index) => t(index, value))), 0, 10).yAxis[0]!
    return [min, max]
  }

  it.each([
    [[38.5], [35.5, 41]],
    [
      [35.7, 40.8],
      [35.5, 41],
    ],
    [[35.6], [35, 41]],
    [[34.2], [34, 41]],
    [[40.9], [35.5, 41.5]],
    [[42.6], [35.5, 43]],
    [[], [35.5, 41]],
  ])('of %j spans %j', (celsius, expected) => {
    expect(range(...celsius)).toEqual(expected)
  })

  it('keeps its labels readable when a reading is far out', () => {
    const axis = chart(recordOf([t(1, 101.3)]), 0, 4).yAxis[0]!
    expect(axis.max).toBe(101.5)
    expect(axis.axisLabel!.customValues!.length).toBeLessThan(12)
  })
})

describe('the threshold line', () => {
  const lines = (...list: Entry[]) => {
    const data = chart(recordOf(list), 0, 10).series[0]!.markLine!.data
    return data.flatMap((one) => (Array.isArray(one) ? [] : [[one.yAxis, one.label.formatter, one.label.position]]))
  }

  it('is that of each shown site, once, labelled under the line', () => {
    expect(lines(t(1, 38))).toEqual([[37.5, '腋温发热线 37.5', 'insideStartBottom']])
    expect(lines(t(1, 38.6, 'rectal'), t(2, 39, 'rectal'), t(1, 38.6, 'tympanic'))).toEqual([
      [38, '肛温、耳温发热线 38.0', 'insideStartBottom'],
    ])
    expect(lines(t(1, 38, 'noncontact'))).toEqual([])
  })

  it('is labelled where it covers fewest readings, and apart from close neighbours', () => {
    expect(lines(t(0.5, 37.2), t(9.5, 39))).toEqual([[37.5, '腋温发热线 37.5', 'insideEndBottom']])
    expect(lines(t(0.5, 37.2), t(9.5, 37.2))).toEqual([[37.5, '腋温发热线 37.5', 'insideMiddleBottom']])
    expect(lines(t(5, 39), t(5, 39, 'oral'), t(5, 39, 'rectal')).map(([, , position]) => position)).toEqual([
      'insideStartBottom',
      'insideMiddleBottom',
      'insideStartTop',
    ])
  })
})

describe('the dose lane', () => {
  const record = recordOf([
    t(1, 39),
    t(3, 38),
    paracetamol(2, 'p'),
    ibuprofen(2, 'i'),
    { ...dose(5, { productId: 'huangnamin', pieces: milliPieces(1) }, 'c'), by: '爸爸' },
    dose(8, { medicine: '阿莫西林', antipyretic: 'no', volume: microlitres(5) }, 'o'),
    dose(9.9, { medicine: '维生素' }, 'n'),
  ])
  const option = chart(record, 0, 10)
  const doses = marks(option, 'doses')
  const byId = (id: string) => doses.find(({ entryId }) => entryId === id)!

  it('tells medicines apart by shape, colour and words', () => {
    expect(['p', 'i', 'c', 'o', 'n'].map((id) => byId(id).symbol)).toEqual([
      'diamond',
      'triangle',
      'diamond',
      'circle',
      'circle',
    ])
    expect(byId('c').tip).toBe('05:00  小儿氨酚黄那敏颗粒 1 袋  爸爸')
    expect(labels([byId('c'), byId('o'), byId('n')])).toEqual(['1 袋', '5 mL'])
  })

  it('stands two of one moment side by side, with one amount where there is no room for two', () => {
    expect(byId('i').symbolOffset![0]).toBe(0)
    expect(byId('p').symbolOffset![0]).toBeGreaterThanOrEqual(12)
    expect(labels([byId('i'), byId('p')])).toHaveLength(1)
  })

  it('is tied to the drawn curve, where there is one', () => {
    const drops = option.series[0]!.markLine!.data.filter((one) => Array.isArray(one))
    expect(drops.map(([from, to]) => [from.coord, to.coord])).toEqual([
      [
        [at(2), 35.5],
        [at(2), 38.5],
      ],
      [
        [at(2), 35.5],
        [at(2), 38.5],
      ],
    ])
    const early = chart(recordOf([t(1, 39), ibuprofen(0.5), ibuprofen(1, 'x')]), 0, 4).series[0]!.markLine!.data
    expect(early.filter((one) => Array.isArray(one))).toHaveLength(1)
    expect(chart(recordOf([ibuprofen(1)]), 0, 4).series[0]!.markLine!.data).toEqual([])
  })

  it('gives up lines and offsets where doses run together', () => {
    const many = recordOf([
      t(0, 39),
      t(30, 38),
      ...Array.from({ length: 40 }, (_, index) => ibuprofen(index / 2, `d${index}`)),
    ])
    const dense = chart(many, 0, 30)
    expect(dense.series[0]!.markLine!.data.filter((one) => Array.isArray(one))).toEqual([])
    expect(new Set(marks(dense, 'doses').map(({ symbolOffset }) => symbolOffset![0]))).toEqual(new Set([0]))
  })
})

describe('the symptom lane', () => {
  const lane = (...list: Entry[]) => marks(chart(recordOf(list), 0, 12), 'symptoms')

  it('shows what was there as small words, not what was absent', () => {
    const [one, ...others] = lane(symptom(2, 'cold_hands_feet'), symptom(3, 'vomiting', false))
    expect(others).toEqual([])
    expect(one).toMatchObject({
      entryId: 's-cold_hands_feet@2',
      tip: '02:00  手脚凉',
      label: { formatter: '手脚凉', position: 'right' },
    })
  })

  it('merges what is too close, the most urgent by name, and opens that one', () => {
    const [group, ...others] = lane(
      symptom(2, 'cough'),
      symptom(2.2, 'seizure'),
      symptom(2.4, 'cough'),
      symptom(8, 'hiccups'),
    )
    expect(group).toMatchObject({
      entryId: 's-seizure@2.2',
      entryIds: ['s-cough@2', 's-seizure@2.2', 's-cough@2.4'],
      label: { formatter: '抽搐 +1' },
      tip: '02:00  咳嗽\n02:12  抽搐\n02:24  咳嗽',
    })
    expect(labels(others)).toEqual(['hiccups'])
  })

  it('turns the words inward at the end of the chart', () => {
    expect(lane(symptom(11.9, 'cold_hands_feet'))[0]!.label!.position).toBe('left')
    expect(lane(symptom(10.4, 'cough'), symptom(11.9, 'cold_hands_feet'))).toHaveLength(1)
  })
})

describe('the time axis', () => {
  const axis = (from: When, to: When, more?: Partial<ChartView>) => {
    const { customValues, formatter } = timeAxes(view(from, to, more))[1]!.axisLabel!
    return customValues!.map((value) => formatter!(value))
  }

  it('has clocks of the child’s zone every 2–6 h, and the date under midnight', () => {
    expect(axis(...NIGHT)).toEqual(['20:00', '22:00', '00:00\n1 月 16 日', '02:00', '04:00', '06:00'])
    expect(axis(0, 40, { language: 'en' })).toEqual([
      '00:00\n15 Jan',
      '06:00',
      '12:00',
      '18:00',
      '00:00\n16 Jan',
      '06:00',
      '12:00',
    ])
  })

  it('names the day it begins in where midnight is far', () => {
    expect(axis(1, 4)).toEqual(['01:00', '02:00\n1 月 15 日', '03:00', '04:00'])
    expect(axis(0.5, 4)).toEqual(['01:00\n1 月 15 日', '02:00', '03:00', '04:00'])
  })

  it('falls back to dates in a long span', () => {
    expect(axis('15T19:00', '20T22:00')).toEqual(['1/16', '1/17', '1/18', '1/19', '1/20'])
    expect(axis('01T00:00', '31T00:00', { language: 'en' }).slice(0, 3)).toEqual(['1 Jan', '6 Jan', '11 Jan'])
  })

  it('grows finer ticks for what a zoom leaves visible, in the same span', () => {
    const visible = { from: at('16T01:00'), to: at('16T03:00') }
    const [upper, lower] = timeAxes(view(...NIGHT), visible)
    expect([upper!.min, upper!.max, lower!.min]).toEqual([at('15T18:40'), at('16T07:20'), at('15T18:40')])
    expect(lower!.axisLabel!.customValues).toEqual([at('16T01:00'), at('16T02:00'), at('16T03:00')])
  })

  it('follows a clock change', () => {
    const berlin = zoneOf('Europe/Berlin', fixedZone(0))
    const span = { from: Date.UTC(2026, 2, 28, 20) as never, to: Date.UTC(2026, 2, 29, 10) as never }
    expect(axis(0, 1, { zone: berlin, span })).toEqual([
      '22:00',
      '00:00\n3 月 29 日',
      '03:00',
      '04:00',
      '06:00',
      '08:00',
      '10:00',
      '12:00',
    ])
  })
})

describe('the nights', () => {
  const nights = (from: When, to: When, more?: Partial<ChartView>) =>
    chart(recordOf([]), from, to, more).series[0]!.markArea!.data.map(([a, b]) => [
      (a.xAxis - at(0)) / HOUR,
      (b.xAxis - at(0)) / HOUR,
    ])

  it('are shaded from 21:00 to 07:00 on the child’s clock, cut to the span', () => {
    expect(nights(0, 48)).toEqual([
      [0, 7],
      [21, 31],
      [45, 48],
    ])
    expect(nights(8, 20)).toEqual([])
    expect(nights(7, 21)).toEqual([])
    expect(nights(0, 24, { zone: fixedZone(0) })).toEqual([[5, 15]])
  })
})

describe('any chart', () => {
  it('is an option of ECharts, and draws', () => {
    const option: EChartsOption = chart(night, ...NIGHT)
    const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 390, height: 320 })
    instance.setOption(option)
    const svg = instance.renderToSVGString()
    instance.dispose()
    for (const words of ['39.6', '腋温发热线 37.5', '5 mL', '手脚凉', '00:00', '1 月 16 日', '℃'])
      expect(svg).toContain(words)
    expect(svg).not.toContain('NaN')
  })

  it('draws whatever the record, with every entry of the span under some mark', () => {
    fc.assert(
      fc.property(
        entries(30),
        fc.constantFrom('light' as const, 'dark' as const),
        fc.integer({ min: 280, max: 800 }),
        (list, theme, width) => {
          const option = chart(recordOf(list), 0, 30, { theme, width })
          const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: 300 })
          instance.setOption(option)
          expect(instance.renderToSVGString()).not.toContain('NaN')
          instance.dispose()
          const shown = option.series
            .flatMap(({ id }) => marks(option, id))
            .flatMap(({ entryId, entryIds }) => entryIds ?? [entryId])
          const expected = list.filter((entry) => entry.kind !== 'answer' && entry.kind !== 'note').map(({ id }) => id)
          expect(shown.sort()).toEqual(expected.sort())
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has labels without the white rim that prints as holes', () => {
    const text = JSON.stringify(chart(night, ...NIGHT).series)
    expect(text.match(/"textBorderWidth":0/g)!.length).toBe(text.match(/"position":/g)!.length)
  })

  it('gives its tips as plain text, one line per mark, and nothing for what has none', () => {
    const { formatter, renderMode } = chart(night, ...NIGHT).tooltip
    expect(renderMode).toBe('richText')
    expect(formatter({ data: { tip: '<b>妈妈</b>' } })).toBe('<b>妈妈</b>')
    expect(formatter([{ data: { tip: 'a' } }, { data: [1, 2] }, { data: { tip: 'b' } }, {}])).toBe('a\nb')
  })

  it('bears a span of no length', () => {
    expect(chart(recordOf([t(1, 38)]), 1, 1).xAxis[0]).toMatchObject({ min: at(1), max: at(1) + 1 })
    expect(chart(recordOf([]), 1, 1, { width: 10 }).series).toHaveLength(2)
    expect(MINUTE).toBe(60_000)
  })
})
