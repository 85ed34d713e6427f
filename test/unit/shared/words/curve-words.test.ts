import { analyse } from '../../../../shared/analysis/analyse.ts'
import { trendAt } from '../../../../shared/curve/trend.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { DoseEntry, Entry } from '../../../../shared/record/entry.ts'
import type { Language } from '../../../../shared/words/language.ts'
import { LANGUAGES } from '../../../../shared/words/language.ts'
import { episodeStatusName, unmeasuredSentence } from '../../../../shared/words/episode.ts'
import { doseHeading, responseSentences } from '../../../../shared/words/response.ts'
import { changeText, trendName, trendSentence } from '../../../../shared/words/trend.ts'
import {
  at,
  dose,
  ibuprofen,
  meilin,
  paracetamol,
  recordOf,
  shanghai,
  temperature as t,
  type When,
} from '../support/record.ts'

describe('the words of a trend', () => {
  const say = (list: Entry[], now: When, language: Language) => {
    const trend = trendAt(timelineOf(recordOf(list), at(now)), at(now))
    return [trendName(trend.state, language), changeText(trend), trendSentence(trend, at(now), shanghai, language)]
  }

  it.each<[Entry[], When, string[], string]>([
    [
      [t('16T02:10', 38.9), t('16T03:00', 38.2)],
      '16T03:10',
      ['在降', '↓0.7', '比 02:10 低 0.7 ℃。'],
      '0.7 ℃ lower than at 02:10.',
    ],
    [
      [t('16T02:10', 38.2), t('16T03:00', 38.9)],
      '16T03:10',
      ['在升', '↑0.7', '比 02:10 高 0.7 ℃。'],
      '0.7 ℃ higher than at 02:10.',
    ],
    [
      [t('15T23:50', 38.2), t('16T00:10', 38.3)],
      '16T00:10',
      ['平稳', '→0.1', '比昨天 23:50 高 0.1 ℃，算平稳。'],
      '0.1 ℃ higher than at yesterday 23:50.',
    ],
    [[t(1, 38.2), t(2, 38.2)], 2, ['平稳', '→0.0', '和 01:00 一样。'], 'The same as at 01:00.'],
    [[], 2, ['看不出升降', '', '还没量过。'], 'Not measured yet.'],
    [
      [t(1, 38)],
      4,
      ['看不出升降', '', '这是 3 小时前量的，现在升降不知道。'],
      'Measured 3 h ago; how it is now we do not know.',
    ],
    [
      [t(1, 38)],
      2,
      ['看不出升降', '', '同一部位只量过一次，看不出升降。'],
      'Measured once at this site: no telling yet.',
    ],
    [
      [t(1, 38), t(4.5, 38)],
      5,
      ['看不出升降', '', '同一部位的两次相隔 3 小时 30 分，看不出升降。'],
      'The two readings of this site are 3 h 30 min apart: no telling.',
    ],
  ])('%#', (list, now, zh, en) => {
    expect(say(list, now, 'zh')).toEqual(zh)
    expect(say(list, now, 'en')[2]).toBe(en)
  })
})

describe('the words of an episode', () => {
  it('name each status, and do not guess after a gap', () => {
    for (const language of LANGUAGES) {
      expect(
        new Set((['ongoing', 'ended', 'unknown'] as const).map((status) => episodeStatusName(status, language))).size,
      ).toBe(3)
    }
    expect(unmeasuredSentence(at(0), at(26.5), 'zh')).toBe('26 小时没量了，退没退我们不知道。孩子醒着时量一次就好。')
    expect(unmeasuredSentence(at(0), at(26.5), 'en')).toContain('Not measured for 26 h')
  })
})

describe('the words of a response', () => {
  const say = (language: Language, readings: Record<number, number>, more: Entry[] = []) => {
    const list = Object.entries(readings).map(([minutes, celsius]) => t(26 + 1 / 6 + Number(minutes) / 60, celsius))
    const record = recordOf([meilin('16T02:10', 5), ...list, ...more])
    const response = analyse(record, at(48), shanghai).responses.find(({ doseId }) => doseId === 'd@16T02:10')!
    return responseSentences(response, language).join('')
  }
  const bounded = { 0: 38.9, 25: 38.6, 85: 37.4, 205: 37.4, 235: 37.9 }

  it('are bounds, with what is not known', () => {
    expect(say('zh', bounded)).toBe(
      '喂后 25–85 分钟之间降了至少 0.5 ℃，测到最低 37.4 ℃。低于 37.5 ℃ 至少 2 小时、最多 3 个半小时；两次测量之间我们不知道。',
    )
    expect(say('en', bounded)).toBe(
      'Fell by at least 0.5 ℃ between 25 and 85 min after it; lowest measured 37.4 ℃.' +
        'Below 37.5 ℃ for at least 2 h, at most 3 h 30 min. What happened between two readings we do not know.',
    )
  })

  it.each<[Record<number, number>, Entry[], string, string]>([
    [
      { 0: 38.9, 60: 38.5 },
      [],
      '测到的没有降满 0.5 ℃，测到最低 38.5 ℃。没有测到退到发热线以下（最低 38.5 ℃）；',
      'No fall of 0.5 ℃ measured; lowest measured 38.5 ℃.Never measured below',
    ],
    [{ 0: 38.9, 60: 39.5 }, [], '没有测到退到发热线以下（最低 38.9 ℃）；', '(lowest 38.9 ℃)'],
    [
      { 0: 38.9, 60: 37.4 },
      [],
      '喂后 60 分钟内降了至少 0.5 ℃，测到最低 37.4 ℃。低于 37.5 ℃ 只测到一次，之后没有再量；',
      'within 60 min after it; lowest measured 37.4 ℃.Below 37.5 ℃ in one reading; then nobody measured.',
    ],
    [
      { 0: 38.9, 60: 37.4, 90: 37.4 },
      [paracetamol('16T05:00')],
      '至少半小时，之后又喂了药；',
      'for at least 30 min; then another dose was given.',
    ],
    [{ 0: 38.9, 60: 37.4, 90: 37.4, 500: 38 }, [], '8 小时内没测到回升', 'no rise was measured within 8 h'],
    [{ 0: 38.9, 60: 37.4, 90: 38 }, [], '低于 37.5 ℃ 最多 1 个半小时；', 'Below 37.5 ℃ for at most 1 h 30 min.'],
    [
      bounded,
      [paracetamol('15T22:00')],
      '另一种退烧药也还在起作用，两者分不开。',
      'Another fever medicine was at work too',
    ],
    [{}, [], '喂药前后没有量，变化说不出来。', 'Not measured around the dose'],
    [{ 0: 37 }, [], '喂药时没到发热线，不看变化。', 'Below the fever line at the dose'],
    [{ 0: 39 }, [], '喂药后量得太少，变化说不出来。', 'Too few readings'],
  ])('%#', (readings, more, zh, en) => {
    expect(say('zh', readings, more)).toContain(zh)
    expect(say('en', readings, more)).toContain(en)
  })

  it('have the dose as heading', () => {
    const given = meilin('16T02:10', 5)
    expect(doseHeading(given, recordOf([]).products, shanghai, 'zh')).toBe('02:10 美林 5 mL。')
    const free: DoseEntry = dose('16T02:10', { ingredient: 'ibuprofen' })
    expect(doseHeading(free, [], shanghai, 'en')).toBe('02:10 ibuprofen.')
    expect(ibuprofen(0).ingredient).toBe('ibuprofen')
  })
})
