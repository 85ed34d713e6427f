import * as fc from 'fast-check'
import { findEpisodes } from '../../../../shared/curve/episode.ts'
import { timelineOf } from '../../../../shared/curve/timeline.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import type { Audience } from '../../../../shared/summary/episode-story.ts'
import { summariseEpisode } from '../../../../shared/summary/template.ts'
import { LANGUAGES, type Language } from '../../../../shared/words/language.ts'
import { entries } from '../support/arbitrary.ts'
import { night } from '../support/night.ts'
import {
  at,
  dose,
  ibuprofen,
  meilin,
  recordOf,
  shanghai,
  symptom,
  temperature as t,
  type When,
} from '../support/record.ts'

function summaries(record: ChildRecord, now: When, language: Language = 'zh', audience: Audience = 'parent') {
  const moment = at(now)
  return findEpisodes(timelineOf(record, moment), moment, shanghai).map((episode) =>
    summariseEpisode(record, episode, { now: moment, zone: shanghai, language, audience }),
  )
}

const texts = (list: Entry[] | ChildRecord, now: When, language?: Language, audience?: Audience): string[] => {
  const record = Array.isArray(list) ? recordOf(list) : list
  return summaries(record, now, language, audience)[0]!.map(({ text }) => text)
}

describe('the summary of a night', () => {
  it('tells a parent what happened, in order', () => {
    expect(texts(night, '16T07:00')).toEqual([
      '从 1 月 15 日 19:10 烧到现在，第 2 天。',
      '最高 39.6 ℃（腋温，03:30），最近 38.1 ℃（腋温，06:50）。',
      '一共量了 14 次。',
      '布洛芬 2 次：20:25 美林 5 mL；03:35 美林 5 mL。',
      '对乙酰氨基酚 1 次：00:35 泰诺林 6 mL。',
      '症状和状态：流鼻涕（19:12）、手脚凉（00:31）、出汗（05:22）、精神好（06:52）。',
      '没有呕吐（01:42）。',
      '喝水 1 次；尿 1 次。',
    ])
  })

  it('tells a doctor age, weight and amounts, in English too', () => {
    expect(texts(night, '16T07:00', 'zh', 'doctor')).toEqual(
      expect.arrayContaining([
        '男，3 岁 2 个月，体重 14.2 kg（1 月 10 日称）。',
        '布洛芬 2 次：20:25 美林 5 mL（100 mg，7.0 mg/kg）；03:35 美林 5 mL（100 mg，7.0 mg/kg）。',
      ]),
    )
    expect(texts(night, '16T07:00', 'en', 'doctor')).toEqual([
      'Male, 3 y 2 m, 14.2 kg (10 Jan).',
      'Fever since 15 Jan 19:10, day 2.',
      'Highest 39.6 ℃ (armpit, 03:30), latest 38.1 ℃ (armpit, 06:50).',
      'Measured 14 times.',
      'Ibuprofen, 2 doses: 20:25 美林 5 mL (100 mg, 7.0 mg/kg); 03:35 美林 5 mL (100 mg, 7.0 mg/kg).',
      'Paracetamol, 1 dose: 00:35 泰诺林 6 mL (192 mg, 13.5 mg/kg).',
      'Noted: nasal discharge (19:12), cold hands and feet (00:31), sweating (05:22), good spirits (06:52).',
      'No vomiting (01:42).',
      'Drank: 1 time; passed urine: 1 time.',
    ])
  })

  it('names the entries each sentence rests on', () => {
    const [sentences] = summaries(night, '16T07:00')
    expect(sentences!.map(({ kind, entryIds }) => [kind, entryIds.length])).toEqual([
      ['span', 2],
      ['temperature', 2],
      ['temperature', 14],
      ['doses', 2],
      ['doses', 1],
      ['symptoms', 4],
      ['symptoms', 1],
      ['intake', 2],
    ])
    expect(sentences![1]!.entryIds).toEqual(['t@16T03:30', 't@16T06:50'])
  })
})

describe('the end of the story', () => {
  const f = t('15T22:10', 39)

  it('is seen gone', () => {
    const list = [f, t('16T07:00', 37), t('16T14:00', 36.8), t('16T23:00', 36.6, 'tympanic')]
    expect(texts(list, '17T08:00')).toEqual([
      '1 月 15 日 22:10 开始烧，最后一次量到发热是 1 月 15 日 22:10，共 1 天；之后量了 2 次，都没到发热线。',
      '最高 39.0 ℃（腋温，22:10），最后 36.8 ℃（腋温，14:00）。',
      '发烧期间一共量了 1 次。',
      '没有用退烧药的记录。',
      '喝水：没有记录；尿：没有记录。',
    ])
    expect(texts(list, '17T08:00', 'en').slice(0, 3)).toEqual([
      'Fever from 15 Jan 22:10, last measured at 15 Jan 22:10, 1 day; the 2 readings after it were below the fever line.',
      'Highest 39.0 ℃ (armpit, 22:10), last 36.8 ℃ (armpit, 14:00).',
      'Measured 1 time during the fever.',
    ])
  })

  it('is not known, up to now or up to the next reading', () => {
    expect(texts([f, t('16T00:10', 38)], '17T02:40')[0]).toBe(
      '1 月 15 日 22:10 开始烧，最后一次量到发热是 1 月 16 日 00:10，共 2 天。之后 26 小时没有量，退没退我们不知道。',
    )
    const [first] = summaries(recordOf([f, t('17T03:10', 37)]), '19T00:00', 'en')
    expect(first![0]).toEqual({
      kind: 'span',
      text: 'Fever from 15 Jan 22:10, last measured at 15 Jan 22:10, 1 day. Then not measured for 29 h: whether it is over we do not know.',
      entryIds: ['t@15T22:10', 't@17T03:10'],
    })
    expect(texts([f, t('17T23:10', 39)], '18T00:00', 'en')[0]).toContain('1 day. Then')
  })

  it('is the highest itself when measured once', () => {
    expect(texts([f], '15T23:00').slice(1, 3)).toEqual([
      '最高 39.0 ℃（腋温，22:10），也是最后一次。',
      '一共量了 1 次。',
    ])
    expect(texts([f], '15T23:00', 'en')[1]).toBe('Highest 39.0 ℃ (armpit, 22:10), also the last.')
  })
})

describe('the doses', () => {
  const told = (list: Entry[], language?: Language, audience?: Audience, more: Partial<ChildRecord> = {}) =>
    texts(recordOf([t(1, 39), ...list], more), 12, language, audience).filter((text) =>
      /次：|其他药|dose|Other|没有用|No fever/.test(text),
    )

  it('are told per ingredient, a compound under each, what came up again included', () => {
    const list = [
      dose(2, { productId: 'huangnamin', pieces: 500 as never, outcome: 'vomited' }),
      dose(3, { ingredient: 'paracetamol', mass: 180_000 as never, outcome: 'spat' }),
      dose(4, { medicine: '退热栓', antipyretic: 'yes' }),
      dose(5, { medicine: '阿莫西林', antipyretic: 'no' }),
      dose(6, { medicine: '小儿感冒药' }),
    ]
    expect(told(list)).toEqual([
      '对乙酰氨基酚 2 次：02:00 小儿氨酚黄那敏颗粒 0.5 袋（吐了）；03:00 对乙酰氨基酚 180 mg（吐出来了一些）。',
      '退热栓 1 次：04:00 退热栓。',
      '其他药：05:00 阿莫西林；06:00 小儿感冒药。',
    ])
    expect(told(list, 'en', 'doctor')).toEqual([
      'Paracetamol, 2 doses: 02:00 小儿氨酚黄那敏颗粒 0.5 sachet (62.5 mg, 4.4 mg/kg, vomited); 03:00 paracetamol 180 mg (180 mg, 12.7 mg/kg, spat out).',
      '退热栓, 1 dose: 04:00 退热栓.',
      'Other medicines: 05:00 阿莫西林; 06:00 小儿感冒药.',
    ])
  })

  it('have no mg/kg without a weight, and no mg without a strength', () => {
    const list = [meilin(2, 5), ibuprofen(9, 'x'), dose(10, { ingredient: 'ibuprofen' })]
    expect(told(list, 'zh', 'doctor', { weights: [] })).toEqual([
      '布洛芬 3 次：02:00 美林 5 mL（100 mg）；09:00 布洛芬 100 mg（100 mg）；10:00 布洛芬。',
    ])
    expect(told([], 'en')).toEqual(['No fever medicine is recorded.'])
  })
})

describe('symptoms, intake and gaps', () => {
  it('name the urgent first, and count a repeated one once with its times', () => {
    const list = [
      t(1, 39),
      symptom(2, 'cough'),
      symptom(3, 'seizure'),
      symptom(4, 'cough'),
      symptom(5, 'drinking'),
      symptom(6, 'drinking'),
      symptom(7, 'urinated', false),
      t(7.5, 38.8),
    ]
    expect(texts(list, 8).slice(-4, -1)).toEqual([
      '症状和状态：抽搐（03:00）、咳嗽（02:00、04:00）。',
      '没尿（07:00）。',
      '喝水 2 次；尿：没有记录。',
    ])
    expect(texts(list, 8, 'en').slice(-4, -1)).toEqual([
      'Noted: seizure (03:00), cough (02:00, 04:00).',
      'Passed no urine (07:00).',
      'Drank: 2 times; passed urine: not noted.',
    ])
  })

  it('tell stretches of more than 6 h without a reading', () => {
    expect(texts([t(1, 39), t(7, 38)], 13).filter((text) => text.includes('之间') || text.includes('到现在 '))).toEqual(
      [],
    )
    expect(texts([t(1, 39), t(7.25, 38)], 13.5).slice(-2)).toEqual([
      '01:00 到 07:15 之间 6 小时 15 分没有量，那段时间的体温我们不知道。',
      '从 07:15 到现在 6 小时 15 分没有量，现在的体温我们不知道。',
    ])
    expect(texts([t(1, 39), t(7.25, 38)], 13.5, 'en').slice(-2)).toEqual([
      'Not measured for 6 h 15 min between 01:00 and 07:15; what it was we do not know.',
      'Not measured for 6 h 15 min since 07:15; what it is now we do not know.',
    ])
  })

  it('date their times once the story is a day long', () => {
    expect(texts([t(1, 39), t(20, 38.5), t(40, 38)], 41)[1]).toBe(
      '最高 39.0 ℃（腋温，1 月 15 日 01:00），最近 38.0 ℃（腋温，1 月 16 日 16:00）。',
    )
  })
})

describe('the child', () => {
  const child = (more: Partial<ChildRecord['child']>, weights: ChildRecord['weights'] = []) =>
    texts(recordOf([t(1, 39)], { child: { ...recordOf([]).child, ...more }, weights }), 2, 'en', 'doctor')[0]

  it('is told without a name, as far as known', () => {
    expect(child({ sex: 'female', birthDate: '2025-10-10' as never })).toBe('Female, 3 months.')
    expect(child({ sex: null, birthDate: null })).toBe('Fever since 15 Jan 01:00, day 1.')
    expect(child({ sex: 'male', birthDate: '2027-01-01' as never })).toBe('Male.')
    const zh = texts(
      recordOf([t(1, 39)], {
        child: { ...recordOf([]).child, birthDate: '2025-10-10' as never, sex: 'female' },
        weights: [],
      }),
      2,
      'zh',
      'doctor',
    )
    expect(zh[0]).toBe('女，3 个月。')
  })
})

describe('any summary', () => {
  it('rests on entries that are there, and neither advises nor soothes', () => {
    fc.assert(
      fc.property(
        entries(80, 40),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom<Audience[]>('parent', 'doctor'),
        (list, language, audience) => {
          const ids = new Set(list.map(({ id }) => id))
          for (const sentences of summaries(recordOf(list), 80, language, audience)) {
            expect(sentences.length).toBeGreaterThanOrEqual(5)
            for (const { text, entryIds } of sentences) {
              expect(text).toMatch(language === 'zh' ? /。$/ : /^[A-Z0-9].*\.$/)
              expect(text).not.toMatch(/undefined|NaN|null|安全|放心|应该|建议|马上|退烧失败|safe|should|recover|乐乐/)
              expect(entryIds.filter((id) => !ids.has(id))).toEqual([])
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
