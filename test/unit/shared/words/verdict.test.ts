import { checkDose, checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import { wholeRecord } from '../../../../shared/dosing/situation.ts'
import { REASONS, VERDICTS, type IngredientVerdictJson } from '../../../../shared/dosing/verdict.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { LANGUAGES, type Language } from '../../../../shared/words/language.ts'
import { checkSentence, verdictSentence, verdictTitle, type VerdictContext } from '../../../../shared/words/verdict.ts'
import { at, dose, ibuprofen, meilin, recordOf, shanghai, type When } from '../support/record.ts'

const server = wholeRecord(shanghai)

function say(
  list: Entry[],
  ingredient: string,
  now: When,
  language: Language,
  record: Partial<ChildRecord> = {},
  situation = server,
) {
  const whole = recordOf(list, record)
  const check = doseCheckToJson(checkDose(whole, doseQuestion({ ingredient }), at(now), situation), shanghai)
  return checkSentence(check, { ...whole, now: at(now), zone: shanghai, language })
}

describe('the sentence of a verdict', () => {
  it('too soon: who gave what when, and the bound that is no appointment', () => {
    const list = [meilin('16T01:05', 5, '爸爸')]
    expect(say(list, 'ibuprofen', '16T03:10', 'zh')).toBe(
      '先别喂。爸爸 01:05 喂过美林，才过 2 小时 5 分，要隔满 6 小时。最早 07:05，也可能更晚，不是到点必须用。',
    )
    expect(say(list, 'ibuprofen', '16T03:10', 'en')).toBe(
      'Not yet. 爸爸 gave 美林 at 01:05, only 2 h 5 min ago; it takes 6 h. Not before 07:05, maybe later, and not because the time has come.',
    )
  })

  it('too soon across midnight and without an author', () => {
    const list = [ibuprofen('15T23:30')]
    expect(say(list, 'ibuprofen', '16T00:10', 'zh')).toContain('昨天 23:30 喂过布洛芬，才过 40 分钟')
    expect(say(list, 'ibuprofen', '16T00:10', 'en')).toContain('ibuprofen was given yesterday 23:30')
  })

  it('maximum: call a doctor', () => {
    const four = [0, 6, 12, 18].map((hour) => ibuprofen(hour))
    expect(say(four, 'ibuprofen', 23.5, 'zh')).toBe('24 小时内布洛芬已经 4 次，不能再加。孩子还是难受，请联系医生。')
    expect(say(four, 'ibuprofen', 23.5, 'en')).toContain('4 doses of ibuprofen in 24 hours')
  })

  it('cannot confirm: every gap by name, and the way out', () => {
    expect(say([], 'ibuprofen', 0, 'zh', {}, { ...server, online: false })).toBe(
      '现在没法确认：手机没网，看不到别人喂没喂；这一版还核对不了剂量、年龄、过敏和禁忌。先问家里人，拿不准就先别喂，问医生或药师。已经喂了，照样记。',
    )
    const unknown = [dose(-3, { medicine: '退热栓' }), dose(-2, { medicine: '小儿退热贴' })]
    expect(say(unknown, 'ibuprofen', 0, 'zh')).toContain('“退热栓、小儿退热贴”不知道有没有退烧成分')
    expect(say(unknown, 'ibuprofen', 0, 'en')).toContain('退热栓, 小儿退热贴: nobody knows whether it lowers fever')
  })

  it('not covered: says it has no rules', () => {
    expect(say([], 'aspirin', 0, 'zh')).toContain('不在核对范围')
  })

  const context: VerdictContext = { entries: [], products: [], now: at(0), zone: shanghai, language: 'zh' }
  const bare: IngredientVerdictJson = {
    ingredient: 'ibuprofen',
    verdict: 'too_soon',
    rules: [],
    earliestAt: null,
    earliestIsLowerBound: false,
    dosesIn24h: 0,
    mgIn24h: 0,
    mgPerKgIn24h: 0,
    evidence: [],
  }

  it('exists for every verdict and reason in every language, and never soothes', () => {
    for (const language of LANGUAGES) {
      for (const verdict of VERDICTS) {
        const evidence = REASONS.map((reason) => ({
          rule: verdict,
          reason,
          entryIds: ['gone'],
          values: { sinceMinutes: 5, intervalMinutes: 60 },
        }))
        const sentence = verdictSentence({ ...bare, verdict, evidence }, { ...context, language })
        expect(sentence.length).toBeGreaterThan(verdictTitle(verdict, language).length)
        expect(sentence).not.toMatch(/undefined|安全|放心|safe|退烧失败/)
      }
    }
  })

  it('bears with a record or a version that no longer matches', () => {
    expect(verdictSentence(bare, context)).toBe('先别喂')
    const evidence = [{ rule: 'cannot_confirm', reason: 'from_the_future', entryIds: [], values: {} }] as const
    expect(verdictSentence({ ...bare, verdict: 'cannot_confirm', evidence }, context)).toContain('有些情况核对不了')
    expect(verdictSentence({ ...bare, verdict: 'cannot_confirm', evidence }, { ...context, language: 'en' })).toContain(
      'some things cannot be checked',
    )
    expect(checkSentence({ now: '', verdict: 'too_soon', rules: [], earliestAt: null, ingredients: [] }, context)).toBe(
      '先别喂',
    )
    const interval = [
      { rule: 'too_soon', reason: 'interval', entryIds: [], values: { sinceMinutes: 5, intervalMinutes: 60 } },
    ] as const
    expect(verdictSentence({ ...bare, evidence: interval, earliestAt: '2026-01-15T01:00:00+08:00' }, context)).toBe(
      '先别喂。布洛芬，才过 5 分钟，要隔满 1 小时。最早 01:00，不是到点必须用。',
    )
  })

  it('speaks of a recorded dose too', () => {
    const record = recordOf([meilin(0, 5, '妈妈'), { ...meilin(2, 5), id: 'second' }])
    const check = doseCheckToJson(checkRecordedDose(record, 'second', server)!, shanghai)
    expect(checkSentence(check, { ...record, now: at(2), zone: shanghai, language: 'zh' })).toContain(
      '妈妈 00:00 喂过美林',
    )
  })
})
