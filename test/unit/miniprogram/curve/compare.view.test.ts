import { compareView } from '../../../../miniprogram/package-chart/pages/compare/compare.view.ts'
import { at, meilin, temperature as t } from '../../shared/support/record.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const oldest = [t('02T20:00', 38.4), t('03T20:00', 36.8), t('04T08:30', 36.7)]
const middle = [
  t('10T20:00', 38.6),
  meilin('10T20:10', 5),
  t('11T02:00', 39.1),
  t('11T20:00', 36.9),
  t('12T08:30', 36.8),
]
const newest = [t('15T19:00', 38.2), t('15T19:30', 38.9, 'tympanic')]
const NEWEST = String(at('15T19:00'))
const MIDDLE = String(at('10T20:00'))
const OLDEST = String(at('02T20:00'))
const nothing = { first: '', second: '' }
const all = screenOf([...oldest, ...middle, ...newest], '15T20:00')

describe('two fevers side by side', () => {
  it('are the newest and the one before it, unless others are asked for', () => {
    expect(compareView(all, nothing)).toMatchObject({ status: 'ready', first: NEWEST, second: MIDDLE })
    expect(compareView(all, { first: MIDDLE, second: '' })).toMatchObject({ first: MIDDLE, second: OLDEST })
    expect(compareView(all, { first: OLDEST, second: '' })).toMatchObject({ first: OLDEST, second: NEWEST })
    expect(compareView(all, { first: OLDEST, second: MIDDLE })).toMatchObject({ first: OLDEST, second: MIDDLE })
  })

  it('are never one and the same, and what is gone is chosen anew', () => {
    expect(compareView(all, { first: MIDDLE, second: MIDDLE })).toMatchObject({ first: MIDDLE, second: OLDEST })
    expect(compareView(all, { first: '7', second: '8' })).toMatchObject({ first: NEWEST, second: MIDDLE })
  })

  it('are chosen from all there are, the second from those that are left', () => {
    const { firsts, seconds, names } = compareView(all, nothing)
    expect(firsts.map(({ name }) => name)).toEqual(['这一次', '1 月 10 日', '1 月 2 日'])
    expect(seconds.map(({ value }) => value)).toEqual([MIDDLE, OLDEST])
    expect(names).toEqual({ first: '这一次', second: '1 月 10 日' })
  })

  it('stand in figures beside each other', () => {
    const { rows } = compareView(all, nothing)
    expect(Object.fromEntries(rows.map(({ name, first, second }) => [name, [first, second]]))).toEqual({
      开始: ['19:00', '1 月 10 日 20:00'],
      现在: ['还在烧', '已经退了'],
      几天: ['1 天', '2 天'],
      最高: ['38.9 ℃ 耳温', '39.1 ℃ 腋温'],
      多久到最高: ['30 分钟后', '6 小时后'],
      最后一次量到发烧: ['30 分钟后', '6 小时后'],
      体温: ['2 次', expect.stringMatching(/次$/)],
      退烧药: ['0 次', '1 次'],
    })
  })

  it('say which readings are not in the picture, and never which fever was worse', () => {
    const { notes, words } = compareView(all, nothing)
    expect(notes.join('')).toContain('只画了腋温；另有 1 次在别处量的没有画。')
    expect(notes.join('')).not.toContain('部位不一样')
    expect(words.note).toContain('不说明这次轻还是重')
  })

  it('are not compared by degree where they were measured at different sites', () => {
    const ear = screenOf([...middle, t('15T19:00', 38.6, 'tympanic')], '15T20:00')
    expect(compareView(ear, nothing).notes).toContain('两次量的部位不一样，度数不能直接比。')
  })

  it('need two', () => {
    expect(compareView(screenOf(newest, '15T20:00'), nothing)).toMatchObject({ status: 'empty', firsts: [], rows: [] })
    expect(compareView(emptyScreen('15T20:00'), nothing).status).toBe('loading')
  })
})
