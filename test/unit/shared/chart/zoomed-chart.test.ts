import type { ChartSeries, Mark } from '../../../../shared/chart/chart-option.ts'
import type { ChartView } from '../../../../shared/chart/chart-view.ts'
import { chartTable } from '../../../../shared/chart/chart-table.ts'
import { feverChart } from '../../../../shared/chart/fever-chart.ts'
import { night } from '../support/night.ts'
import { at, ibuprofen, recordOf, shanghai, symptom, temperature as t } from '../support/record.ts'

const view: ChartView = {
  now: at('16T07:00'),
  zone: shanghai,
  language: 'zh',
  theme: 'light',
  span: { from: at('15T18:40'), to: at('16T07:30') },
  width: 390,
  fontScale: 1,
}
const chart = (more: Partial<ChartView> = {}, record = night) => feverChart(record, { ...view, ...more })
const marks = (series: readonly ChartSeries[], id: string): Mark[] =>
  (series.find((one) => one.id === id)?.data ?? []).filter(
    (one): one is Mark => !Array.isArray(one) && 'entryId' in one,
  )
const words = (series: readonly ChartSeries[], id: string) =>
  marks(series, id).flatMap(({ entryId, label }) => (label ? [`${entryId} ${label.formatter}`] : []))

describe('a chart that is zoomed in', () => {
  const visible = { from: at('15T19:00'), to: at('15T23:00') }
  const zoomed = chart({ visible })

  it('begins where the zoom was left, with all its data still there', () => {
    expect(zoomed.dataZoom[0]).toMatchObject({ startValue: visible.from, endValue: visible.to })
    expect(chart().dataZoom[0]).toMatchObject({ startValue: view.span.from, endValue: view.span.to })
    expect(marks(zoomed.series, 'site-axillary')).toHaveLength(marks(chart().series, 'site-axillary').length)
  })

  it('names the highest and the latest of what is in sight', () => {
    expect(words(zoomed.series, 'site-axillary')).toEqual(['t@15T20:20 38.8', 't@15T22:40 38.2'])
    expect(words(chart().series, 'site-axillary').join()).toContain('39.6')
  })

  it('has the ticks of what is in sight', () => {
    const ticks = (option: ReturnType<typeof chart>) => option.xAxis[1]!.axisTick!.customValues
    expect(ticks(zoomed)).toContain(at('15T21:00'))
    expect(ticks(zoomed).every((tick) => tick >= visible.from && tick <= visible.to)).toBe(true)
  })

  it('takes apart what was merged or had no room for its words', () => {
    const close = recordOf([
      t(8, 38),
      symptom(8.2, 'vomiting'),
      symptom(8.7, 'rash'),
      ibuprofen(9),
      ibuprofen(9.5, 'b'),
    ])
    const day = { span: { from: at(0), to: at(24) } }
    const near = { ...day, visible: { from: at(8), to: at(10) } }
    const counts = (more: Partial<ChartView>) => {
      const { series } = chart(more, close)
      return [marks(series, 'symptoms').length, words(series, 'doses').length]
    }
    expect(counts(day)).toEqual([1, 1])
    expect(counts(near)).toEqual([2, 2])
  })

  it('has points again where they are few enough', () => {
    const many = recordOf(
      Array.from({ length: 400 }, (_, index) => t(index / 20, 38 + (index % 9) / 10, 'axillary', `m${index}`)),
    )
    const day = { span: { from: at(0), to: at(21) } }
    const line = (more: Partial<ChartView>) => chart(more, many).series.find(({ id }) => id === 'site-axillary')
    expect(line(day)).toMatchObject({ showSymbol: false, sampling: 'lttb' })
    expect(line({ ...day, visible: { from: at(1), to: at(3) } })).toMatchObject({ showSymbol: true })
  })
})

describe('a chart whose height is known', () => {
  const two = recordOf([t(8, 38.6), t(9, 38.9), t(9.4, 38.2), t(9.2, 38.5, 'tympanic')])
  const option = (height: number) =>
    chart({ span: { from: at(7), to: at(10) }, height, fontScale: 1.35, width: 320 }, two)
  const positions = (height: number) =>
    (option(height).series[0]!.markLine!.data as { label: { formatter: string; position: string } }[]).map(
      ({ label }) => label.position.replace(/^inside(Start|Middle|End)/, ''),
    )

  it('keeps the words of two fever lines apart when a half degree is too low for them', () => {
    expect(positions(700)).toEqual(['Bottom', 'Bottom'])
    expect(positions(260)).toEqual(['Bottom', 'Top'])
  })

  it('names the latest reading under a much higher one', () => {
    const record = recordOf([t(8, 38), t(9, 40.5), t(9.1, 37)])
    const shown = { span: { from: at(0), to: at(9.2) } }
    expect(words(chart(shown, record).series, 'site-axillary')).toEqual(['t@9 40.5'])
    expect(words(chart({ ...shown, height: 400 }, record).series, 'site-axillary')).toEqual(['t@9 40.5', 't@9.1 37.0'])
  })

  it('writes a name below its point where a line runs above it, and none where there is no room', () => {
    const site = (record: typeof two) =>
      marks(chart({ span: { from: at(7), to: at(12) }, height: 400 }, record).series, 'site-tympanic')
    const flat = [t(8, 39), t(9, 39), t(11, 40)]
    const [under] = site(recordOf([...flat, t(8.5, 38.8, 'tympanic')]))
    expect(under!.label).toMatchObject({ formatter: '耳温', position: 'bottom' })
    const [between] = site(recordOf([...flat, t(8, 38.6, 'oral'), t(9, 38.6, 'oral'), t(8.5, 38.8, 'tympanic')]))
    expect(between!.label).toBeUndefined()
  })
})

describe('a chart in ℉', () => {
  const fahrenheit = chart({ unit: 'fahrenheit' })

  it('has its axis, its labels, its fever line and its tips in ℉', () => {
    const [axis] = fahrenheit.yAxis
    const { customValues, formatter } = axis!.axisLabel!
    expect(axis!.name).toBe('℉')
    expect(customValues!.map((value) => formatter!(value))).toEqual(['96', '98', '100', '102', '104'])
    expect(words(fahrenheit.series, 'site-axillary').join()).toContain('103.3')
    expect(marks(fahrenheit.series, 'site-axillary')[0]!.tip).toBe('19:10  100.6 ℉ 腋温  妈妈')
    expect(JSON.stringify(fahrenheit.series[0]!.markLine)).toContain('99.5')
  })

  it('draws every point where it is in ℃', () => {
    const places = (option: ReturnType<typeof chart>) => marks(option.series, 'site-axillary').map(({ value }) => value)
    expect(places(fahrenheit)).toEqual(places(chart()))
  })

  it('has its table in ℉', () => {
    expect(chartTable(night, { ...view, unit: 'fahrenheit' })[0]!.text).toBe('100.6 ℉（腋温）')
    expect(chartTable(night, { ...view, unit: 'fahrenheit', language: 'en' })[0]!.text).toBe('100.6 ℉ (armpit)')
  })
})
