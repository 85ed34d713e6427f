import { curveView, type CurveChoice } from '../../../../miniprogram/pages/curve/curve.view.ts'
import { LINES } from '../../../../miniprogram/pages/curve/table.view.ts'
import { byTime } from '../../../../shared/record/entry.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import {
  at,
  dose,
  ibuprofen,
  meilin,
  paracetamol,
  recordOf,
  symptom,
  temperature as t,
} from '../../shared/support/record.ts'
import { night } from '../../shared/support/night.ts'
import { emptyScreen, screenOf, type Difference } from '../support/screen-state.ts'

const choice: CurveChoice = { period: '', lines: LINES }
const dawn = (more: Difference = {}) => screenOf(night.entries, '16T07:00', { record: night, ...more })
const view = curveView(dawn(), choice)

const earlier = [
  t('02T20:00', 39),
  ibuprofen('02T20:10'),
  t('03T08:00', 37.9),
  t('03T20:00', 36.9),
  t('04T09:00', 36.8),
]

describe('what there is a curve of', () => {
  it('is the fever that goes on, from half an hour before it began to half an hour from now', () => {
    expect(view).toMatchObject({ status: 'ready', chosen: String(at('15T19:10')) })
    expect(view.chips).toEqual([{ value: String(at('15T19:10')), name: '这一次' }])
    expect([view.from, view.to]).toEqual([at('15T18:40'), at('16T07:30')])
  })

  it('is every earlier fever too, by its day', () => {
    const both = screenOf([...earlier, ...night.entries], '16T07:00', { record: night })
    const { chips } = curveView(
      { ...both, current: { ...both.current!, record: { ...night, entries: [...earlier, ...night.entries] } } },
      choice,
    )
    expect(chips.map(({ name }) => name)).toEqual(['这一次', '1 月 2 日'])
  })

  it('shows the one that was chosen, and the newest once that is gone', () => {
    const both = screenOf([...earlier, t('15T19:10', 38.5)], '15T20:00')
    const first = curveView(both, { ...choice, period: String(at('02T20:00')) })
    expect(first).toMatchObject({ chosen: String(at('02T20:00')), from: at('02T19:30') })
    expect(curveView(both, { ...choice, period: '1' }).chosen).toBe(String(at('15T19:10')))
  })

  it('names the year of a fever of another one', () => {
    const later = { ...screenOf(earlier, '20T08:00'), now: at('20T08:00') + 365 * 24 * HOUR }
    const { chips } = curveView(later as typeof dawn extends () => infer State ? State : never, choice)
    expect(chips.map(({ name }) => name)).toEqual(['2026 年 1 月 2 日'])
  })

  it('is the last two days where nothing was a fever, or a fever is over', () => {
    const well = curveView(screenOf([t('10T08:00', 36.6), t('15T08:00', 36.8), t('15T20:00', 37)], '15T21:00'), choice)
    expect(well.chips.map(({ name }) => name)).toEqual(['最近两天'])
    expect([well.from, well.to]).toEqual([at('15T07:30'), at('15T21:30')])
    expect(well.facts).toBe('量了 2 次')
    const over = curveView(screenOf([...earlier, t('15T20:00', 37)], '15T21:00'), choice)
    expect(over.chips.map(({ name }) => name)).toEqual(['最近两天', '1 月 2 日'])
  })
})

describe('what is said of the picture', () => {
  it('is when it began, which day this is, and how often was measured', () => {
    expect(view.facts).toBe('昨天 19:10 起 · 第 2 天 · 量了 14 次')
    expect(curveView(screenOf(earlier, '10T08:00'), choice).facts).toBe(
      '1 月 2 日 20:00 起 · 烧了 2 天 · 已经退了 · 量了 4 次',
    )
    const unseen = curveView(screenOf([t('02T20:00', 39)], '10T08:00'), choice)
    expect(unseen.facts).toBe('1 月 2 日 20:00 起 · 烧了 1 天 · 退没退不知道 · 量了 1 次')
  })

  it('names the highest and the latest reading for those who cannot see it', () => {
    expect(view.aria).toBe('体温曲线，14 次测量，最高 39.6 ℃ 腋温 03:30，最近 38.1 ℃ 腋温 06:50。下面有文字。')
    const fahrenheit = curveView(dawn({ preferences: { language: 'en', unit: 'fahrenheit' } }), choice)
    expect(fahrenheit.aria).toContain('highest 103.3 ℉ armpit 03:30')
  })

  it('tells sites apart only where there are several, and medicines as far as they were given', () => {
    expect(view.sites).toEqual([
      { site: 'axillary', name: '腋温' },
      { site: 'tympanic', name: '耳温' },
    ])
    expect(view.legend.map(({ mark }) => mark)).toEqual(['paracetamol', 'ibuprofen'])
    const one = curveView(screenOf([t(8, 38), t(9, 38.2), meilin(9, 5)], 10), choice)
    expect(one.sites).toEqual([])
    expect(one.legend).toEqual([{ mark: 'ibuprofen', name: '布洛芬' }])
  })

  it('explains dashes where one site was not measured for more than 2 h', () => {
    const note = (...hours: number[]) =>
      curveView(
        screenOf(
          hours.map((hour) => t(hour, 38)),
          12,
        ),
        choice,
      ).legendNote
    expect(note(8, 10)).toBe('')
    expect(note(8, 10.1)).toBe('虚线：超过 2 小时没有量')
    const taken = [t(8, 38), t(9.5, 38, 'tympanic'), t(11, 38)]
    expect(curveView(screenOf(taken, 12), choice).legendNote).not.toBe('')
  })
})

describe('what was measured after a dose', () => {
  it('is told dose by dose, the latest first, in the words of the rules', () => {
    expect(view.responses.map(({ title }) => title)).toEqual([
      '03:35 美林 5 mL',
      '00:35 泰诺林 6 mL',
      '昨天 20:25 美林 5 mL',
    ])
    expect(view.responses[0]).toMatchObject({ mark: 'ibuprofen', entryId: 'd@16T03:35', ingredient: '' })
    expect(view.responses[2]!.sentences[0]).toBe('喂后 65–135 分钟之间降了至少 0.5\u00a0℃，测到最低 38.2\u00a0℃。')
  })

  it('says when it cannot be told', () => {
    const [card] = curveView(screenOf([t(8, 38.5), meilin(8.1, 5)], 8.5), choice).responses
    expect(card!.sentences).toEqual(['喂药后量得太少，变化说不出来。'])
  })

  it('names the ingredient only where a medicine has two that lower fever', () => {
    const both = { code: 'ibuprofen', perMl: null, perPiece: 100_000 as never }
    const product = { ...recordOf([]).products[1]!, id: 'both', ingredients: [both, { ...both, code: 'paracetamol' }] }
    const given = [t(8, 38.5), dose(8.1, { productId: 'both', pieces: 1000 as never }), t(9, 38)]
    const { responses } = curveView(screenOf(given, 10, { record: { products: [product] } }), choice)
    expect(responses.map(({ ingredient }) => ingredient)).toEqual(['布洛芬', '对乙酰氨基酚'])
  })

  it('leaves out doses of another time, and medicines that lower no fever', () => {
    const cough = dose('15T20:00', { medicine: '止咳糖浆', antipyretic: 'no' })
    const shown = curveView(screenOf([...earlier, t('15T19:10', 38.5), cough], '15T21:00'), choice)
    expect(shown.responses).toEqual([])
  })
})

describe('what happened before', () => {
  const days = ['05', '06', '07', '08']
  const doseOn = (day: string) => [
    t(`${day}T08:00`, 38.5),
    ibuprofen(`${day}T08:05`),
    t(`${day}T09:00`, 37.2),
    t(`${day}T10:00`, 37),
    t(`${day}T12:00`, 38),
  ]
  const after = (n: number, more = days.slice(0, n).flatMap(doseOn)) =>
    curveView(screenOf(more, `${days[n - 1]!}T12:30`), choice).histories

  it('is told from three doses on, as bounds and as no forecast', () => {
    expect(after(2)).toEqual([])
    expect(after(3)).toEqual([
      '记录里 3 次布洛芬后，低于发热线（腋温）最短至少 1 小时，最长至多 4 小时。这是以前的记录，不代表下一次。',
    ])
  })

  it('makes no figure of a time too short to tell', () => {
    const once = days
      .slice(0, 3)
      .flatMap(doseOn)
      .filter(({ id }) => !['t@06T10:00', 't@06T12:00'].includes(id))
    expect(after(3, [...once, t('06T10:30', 38)])[0]).toContain('最短的说不准有多久，最长至多 4 小时')
  })

  it('says so where nobody saw the temperature come back', () => {
    const unseen = days
      .slice(0, 3)
      .flatMap(doseOn)
      .filter(({ id }) => id !== 't@06T12:00')
    expect(after(3, unseen)[0]).toContain('最长的没测到回升')
  })

  it('is silent about a medicine that was not given in the time shown', () => {
    const other = [...days.slice(0, 3).flatMap(doseOn), t('20T08:00', 38.5), paracetamol('20T08:05')]
    expect(curveView(screenOf(other, '20T09:00'), choice).histories).toEqual([])
  })
})

describe('the twin in words', () => {
  it('has every entry of the picture in the order of time, under its day', () => {
    const told = night.entries.filter(({ kind }) => kind !== 'note' && kind !== 'answer')
    expect(view.table.rows.filter(({ kind }) => kind !== 'gap').map(({ entryId }) => entryId)).toEqual(
      [...told].sort(byTime).map(({ id }) => id),
    )
    expect(view.table.rows.flatMap(({ heading, time }) => (heading === '' ? [] : [`${heading} ${time}`]))).toEqual([
      '1 月 15 日 19:10',
      '1 月 16 日 00:30',
    ])
    expect(view.table.rows[0]).toMatchObject({
      text: '38.1 ℃（腋温）',
      by: '妈妈',
      aria: '1 月 15 日 体温 19:10 38.1 ℃（腋温） 妈妈',
    })
  })

  it('names a gap, which nothing opens', () => {
    const { rows } = curveView(screenOf([t(8, 38), symptom(9, 'vomiting', false), t(11, 38)], 12), choice).table
    expect(rows.map(({ kind, entryId }) => [kind, entryId !== ''])).toEqual([
      ['reading', true],
      ['symptom', true],
      ['gap', false],
      ['reading', true],
    ])
    expect(rows[2]!.aria).toBe('1 月 15 日 08:00–11:00 3 小时没有量，中间的体温我们不知道')
  })

  it('is cut after so many lines, and says that there are more', () => {
    const cut = curveView(dawn(), { ...choice, lines: 10 }).table
    expect([cut.rows.length, cut.hasMore]).toEqual([10, true])
    expect(view.table.hasMore).toBe(false)
  })

  it('follows the unit', () => {
    const { rows } = curveView(dawn({ preferences: { unit: 'fahrenheit' } }), choice).table
    expect(rows[0]!.text).toBe('100.6 ℉（腋温）')
  })
})

describe('with nothing to show', () => {
  it('says what to do first', () => {
    expect(curveView(screenOf([], 8), choice)).toMatchObject({
      status: 'empty',
      message: { title: '还没有发烧的记录' },
    })
    const doseOnly = curveView(screenOf([meilin(7, 5)], 8), choice)
    expect(doseOnly).toMatchObject({ status: 'empty', message: { title: '还没有体温' } })
  })

  it('waits for the record, and knows a phone without a family', () => {
    expect(curveView(emptyScreen(8), choice).status).toBe('loading')
    expect(curveView(emptyScreen(8, { signedIn: null, connection: { hasNetwork: false } }), choice).status).toBe(
      'guest',
    )
  })
})
