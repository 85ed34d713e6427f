import {
  episodeView,
  LINES,
  type EpisodeChoice,
} from '../../../../miniprogram/package-more/pages/episode/episode.view.ts'
import { at, meilin, symptom, temperature as t } from '../../shared/support/record.ts'
import { night } from '../../shared/support/night.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const START = at('15T19:10')
const choice: EpisodeChoice = { start: START, audience: 'parent', open: -1, lines: LINES }
const dawn = screenOf(night.entries, '16T07:00', { record: night })
const view = episodeView(dawn, choice)

describe('the page of an episode', () => {
  it('has the figures a doctor asks for', () => {
    expect(view.figures).toMatchObject([
      { name: '最高', value: '39.6 ℃', detail: '腋温 · 03:30' },
      { name: '天数', value: '第 2 天' },
      { name: '体温', value: '14 次' },
      { name: '退烧药', value: '3 次' },
    ])
  })

  it('is marked as made by rules, without AI', () => {
    expect(view.ruleMade).toContain('没有用 AI')
    expect(view.ruleMade).toContain('不是医生意见')
  })

  it('tells the same story to a doctor with age, weight and amounts per kilogram', () => {
    const doctor = episodeView(dawn, { ...choice, audience: 'doctor' })
    expect(doctor.summary[0]?.text).toContain('14.2 kg')
    expect(doctor.summary.map(({ text }) => text).join('')).toContain('7.0 mg/kg')
    expect(view.summary.map(({ text }) => text).join('')).not.toContain('mg/kg')
  })

  it('shows what a sentence rests on when it is opened, and only then', () => {
    expect(view.summary.every(({ facts }) => facts.length === 0)).toBe(true)
    const index = view.summary.findIndex(({ text }) => text.includes('最高 39.6 ℃'))
    const open = episodeView(dawn, { ...choice, open: index }).summary
    expect(open[index]?.facts.map(({ id }) => id)).toEqual(['t@16T06:50', 't@16T03:30'])
    expect(open.filter(({ isOpen }) => isOpen)).toHaveLength(1)
  })

  it('says so where a sentence tells what is not on record', () => {
    const bare = screenOf([t('15T19:10', 38.1)], '15T20:00')
    const index = episodeView(bare, choice).summary.findIndex(({ text }) => text.includes('没有用退烧药的记录'))
    expect(episodeView(bare, { ...choice, open: index }).summary[index]).toMatchObject({
      facts: [],
      noFacts: '记录里没有，所以这样写。',
    })
  })

  it('names the profile as the source of what is told of the child', () => {
    const doctor = episodeView(dawn, { ...choice, audience: 'doctor', open: 0 })
    expect(doctor.summary[0]?.noFacts).toBe('来自孩子的档案和体重。')
  })

  it('lists every entry from the start on, latest first', () => {
    const entries = [t('15T12:00', 36.8), ...night.entries]
    const rows = episodeView(screenOf(entries, '16T07:00', { record: night }), choice).timeline
    expect(rows).toHaveLength(night.entries.length)
    expect(rows[0]?.time).toBe('06:52')
    expect(rows[rows.length - 1]?.time).toBe('19:10')
  })

  it('leaves out what came after it was over', () => {
    const later = [t('10T20:00', 38.6), t('11T08:00', 36.9), t('12T08:00', 36.8), symptom('14T08:00', 'sweating')]
    const over = episodeView(screenOf(later, '15T00:00'), { ...choice, start: at('10T20:00') })
    expect(over.state).toBe('ended')
    expect(over.timeline.map(({ id }) => id)).not.toContain('s-sweating@14T08:00')
  })

  it('hands over a long one in parts', () => {
    const short = episodeView(dawn, { ...choice, lines: 5 })
    expect(short.timeline).toHaveLength(5)
    expect(short.more).not.toBe('')
    expect(view.more).toBe('')
  })

  it('waits for the record when it is opened from a link', () => {
    expect(episodeView(emptyScreen('16T07:00'), choice).status).toBe('loading')
  })
})

describe('the address of an episode', () => {
  const opened = (entries: Parameters<typeof screenOf>[0], start: number) =>
    episodeView(screenOf(entries, '16T07:00'), { ...choice, start })

  it('still holds when an earlier reading is added', () => {
    expect(opened([t('15T16:00', 38.0), ...night.entries], START).status).toBe('ready')
  })

  it('still holds when its first reading is deleted or put right', () => {
    const [, ...rest] = night.entries
    expect(opened(rest, START)).toMatchObject({ status: 'ready', span: '昨天 20:20 起' })
  })

  it('still holds when a fever before it turns out to be the same one', () => {
    const joined = [t('13T08:00', 38.4), t('14T00:00', 38.2), t('14T16:00', 38.3), t('15T08:00', 38.1)]
    expect(opened([...joined, ...night.entries], START).span).toBe('1 月 13 日 08:00 起')
  })

  it('means the nearer one of two', () => {
    const earlier = [t('10T20:00', 38.6), meilin('10T20:10', 5), t('11T18:00', 36.9), t('12T08:00', 36.8)]
    expect(opened([...earlier, ...night.entries], at('10T20:00')).state).toBe('ended')
    expect(opened([...earlier, ...night.entries], START).state).toBe('ongoing')
  })

  it('says so when the fever it meant is no longer on record', () => {
    expect(opened(night.entries, at('05T20:00'))).toMatchObject({
      status: 'gone',
      message: { title: '找不到这次病程' },
    })
    expect(opened(night.entries, Number('nonsense')).status).toBe('gone')
    expect(opened([], START).status).toBe('gone')
  })
})
