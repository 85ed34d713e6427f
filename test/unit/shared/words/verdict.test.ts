import { checkDose, checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import { wholeRecord } from '../../../../shared/dosing/situation.ts'
import { REASONS, VERDICTS, type IngredientVerdictJson } from '../../../../shared/dosing/verdict.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { LANGUAGES, type Language } from '../../../../shared/words/language.ts'
import { checkSentence, verdictSentence, verdictTitle, type VerdictContext } from '../../../../shared/words/verdict.ts'
import { at, dose, ibuprofen, meilin, paracetamol, recordOf, shanghai, symptom, type When } from '../support/record.ts'

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

/** Every figure that a sentence may name. */
const VALUES = {
  sinceMinutes: 5, intervalMinutes: 60, mg: 100, thisMg: 50, maxMg: 600, maxMgPerKg: 15, mgPerKg: 30, kg: 14.2, jin: 28.4,
  months: 2, fromMonths: 6, days: 4, maxDays: 3, condition: 'asthma', symptom: 'vomiting', ingredient: 'ibuprofen',
  at: '2026-01-15T00:00:00+08:00', by: '妈妈', medicine: '美林 布洛芬混悬液', conditions: 'asthma heart_disease', was: 'too_soon',
} // prettier-ignore

describe('the sentence of a verdict', () => {
  it('too soon: who gave what when, and the bound that is no appointment', () => {
    const list = [meilin('16T01:05', 5, '爸爸')]
    expect(say(list, 'ibuprofen', '16T03:10', 'zh')).toBe(
      '先别喂。爸爸 01:05 喂过美林，才过 2 小时 5 分，要隔满 6 小时。最早 07:05，不是到点必须用。',
    )
    expect(say(list, 'ibuprofen', '16T03:10', 'en')).toBe(
      'Not yet. 爸爸 gave 美林 at 01:05, only 2 h 5 min ago; it takes 6 h. Not before 07:05, and not because the time has come.',
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
      '现在没法确认：手机没网，看不到别人喂没喂。先问家里人，拿不准就先别喂，问医生或药师。已经喂了，照样记。',
    )
    const unknown = [dose(-3, { medicine: '退热栓' }), dose(-2, { medicine: '小儿退热贴' })]
    expect(say(unknown, 'ibuprofen', 0, 'zh')).toContain('“退热栓、小儿退热贴”不知道有没有退烧成分')
    expect(say(unknown, 'ibuprofen', 0, 'en')).toContain('退热栓, 小儿退热贴: nobody knows whether it lowers fever')
  })

  it.each([
    ['16T03:08', '妈妈', '妈妈 03:08 说要喂美林，还没记喂没喂。先问一声。'],
    ['15T23:59', null, '有人昨天 23:59 说要喂美林，还没记喂没喂。先问一声。'],
  ])('in progress: who said so at %s, and to ask', (when, by, expected) => {
    const medicine = { productId: 'meilin', ingredient: null, medicine: null }
    const situation = { ...server, intents: [{ id: 'i', at: at(when), by, own: false, medicine }] }
    const now = when === '15T23:59' ? '16T00:05' : '16T03:10'
    expect(say([], 'ibuprofen', now, 'zh', {}, situation)).toBe(expected)
  })

  it('in progress and unanswered, in both languages', () => {
    const medicine = { productId: null, ingredient: 'ibuprofen', medicine: null }
    const situation = { ...server, intents: [{ id: 'i', at: at('16T03:08'), by: '妈妈', own: false, medicine }] }
    expect(say([], 'ibuprofen', '16T03:10', 'en', {}, situation)).toBe(
      '妈妈 said they are giving ibuprofen, 03:08, and has not said whether they did. Ask first.',
    )
    expect(say([], 'ibuprofen', '16T03:30', 'zh', {}, situation)).toContain('妈妈 03:08 说要喂布洛芬，没记喂没喂。')
    expect(say([], 'ibuprofen', '16T03:30', 'en', {}, situation)).toContain('has not said whether they did')
  })

  it('maximum by amount: what was given, and what this would make of it', () => {
    const list = [ibuprofen(0, 'a', 200), ibuprofen(8, 'b', 300)]
    const whole = recordOf(list)
    const told = (mg: number | null, language: Language) => {
      const check = checkDose(whole, doseQuestion({ ingredient: 'ibuprofen', mg }), at(16), server)
      return checkSentence(doseCheckToJson(check, shanghai), { ...whole, now: at(16), zone: shanghai, language })
    }
    expect(told(100, 'zh')).toBe(
      '24 小时内布洛芬已经 500 mg，加上这次的 100 mg 就超过上限，不能再加。孩子还是难受，请联系医生。',
    )
    expect(told(100, 'en')).toContain(
      '500 mg of ibuprofen in 24 hours, and 100 mg more would go over the limit: no more',
    )
    const four = recordOf([...list, ibuprofen(9, 'c', 700)])
    const check = doseCheckToJson(checkDose(four, doseQuestion({ ingredient: 'ibuprofen' }), at(16), server), shanghai)
    expect(checkSentence(check, { ...four, now: at(16), zone: shanghai, language: 'zh' })).toContain(
      '已经 1200 mg，到上限了',
    )
    expect(checkSentence(check, { ...four, now: at(16), zone: shanghai, language: 'en' })).toContain(
      'is the limit: no more',
    )
  })

  it('too much at once: what it is, and what one dose is at most', () => {
    const told = (mg: number, language: Language, record: Partial<ChildRecord> = {}) => {
      const whole = recordOf([], record)
      const check = checkDose(whole, doseQuestion({ ingredient: 'paracetamol', mg }), at(0), server)
      return checkSentence(doseCheckToJson(check, shanghai), { ...whole, now: at(0), zone: shanghai, language })
    }
    expect(told(240, 'zh')).toBe(
      '这一次是 240 mg，按 14.2 kg 一次最多 15 mg/kg，超过了。核对一下量和浓度，拿不准问医生或药师。',
    )
    expect(told(240, 'en')).toContain('This is 240 mg; one dose is at most 15 mg/kg at 14.2 kg.')
    expect(told(601, 'zh', { weights: [] })).toContain('这一次是 601 mg，一次最多 600 mg，超过了')
    expect(told(601, 'en', { weights: [] })).toContain('at most 600 mg.')
  })

  it('never given: which allergy, and from which age', () => {
    const allergic = { conditions: [{ code: 'naproxen_allergy', present: true }] }
    expect(say([], 'ibuprofen', 0, 'zh', allergic)).toBe('孩子的记录里写着“萘普生过敏”。别喂，问医生。')
    expect(say([], 'ibuprofen', 0, 'en', allergic)).toContain('names “naproxen allergy”')
    const baby = { child: { ...recordOf([]).child, birthDate: '2025-09-01' as never } }
    expect(say([], 'ibuprofen', 0, 'zh', baby)).toBe('这个年龄不能自己用它。要满 6 个月。先就医，问过医生再说。')
    expect(say([], 'ibuprofen', 0, 'en', baby)).toContain('It is from 6 months.')
  })

  it('caution: every note by name, and the question to ask', () => {
    const list = [
      ibuprofen('14T20:00', 'a', 100), ibuprofen('15T02:00', 'b', 100), ibuprofen('15T08:00', 'c', 100),
      paracetamol('15T11:30', 'd', 100), symptom('15T10:00', 'vomiting'),
    ] // prettier-ignore
    const asthma = { conditions: [{ code: 'asthma', present: true }] }
    expect(say(list, 'ibuprofen', '15T14:00', 'zh', asthma)).toBe(
      '喂之前先看：这是 24 小时内第 4 次布洛芬；2 小时 30 分前喂过对乙酰氨基酚，两种退烧药不建议一起用，也不建议轮着用；24 小时内记了“呕吐”，布洛芬先问医生；孩子有哮喘，布洛芬先问医生。再问一句：别人喂过没有？还没问过布洛芬过敏等 5 项。',
    )
    expect(say(list, 'ibuprofen', '15T14:00', 'en', asthma)).toContain('vomiting was noted in 24 hours')
    const days = ['12T08:00', '13T08:00', '14T08:00', '15T08:00'].map((when) => paracetamol(when))
    expect(say(days, 'paracetamol', '15T13:00', 'zh')).toContain(
      '离上次才 5 小时，有的指南要隔满 6 小时；连今天是第 4 天用退烧药，说明书写不超过 3 天，请就医',
    )
    expect(say(days, 'paracetamol', '15T13:00', 'en')).toContain('some guidelines say 6 h; today is day 4')
  })

  it('allowed: no conflict found, what was never asked, and the question to ask', () => {
    expect(say([], 'paracetamol', 0, 'zh')).toBe(
      '24 小时内的记录没查到冲突。喂之前再问一句：别人喂过没有？还没问过对乙酰氨基酚过敏。',
    )
    expect(say([], 'paracetamol', 0, 'en')).toContain('Not asked yet: paracetamol allergy.')
    expect(say([], 'ibuprofen', 0, 'en')).toContain('Not asked yet: ibuprofen allergy and 5 more.')
  })

  it('a compound that is not covered says what is known of the rest', () => {
    const whole = recordOf([ibuprofen(0)])
    const check = doseCheckToJson(checkDose(whole, doseQuestion({ productId: 'huangnamin' }), at(1), server), shanghai)
    const sentence = (language: Language) => checkSentence(check, { ...whole, now: at(1), zone: shanghai, language })
    expect(check.verdict).toBe('not_covered')
    expect(sentence('zh')).toMatch(/^这个药不在核对范围里.*喂之前先看：1 小时前喂过布洛芬/)
    expect(sentence('en')).toMatch(/^There are no rules.*Read first: ibuprofen was given 1 h ago/)
  })

  it('cannot confirm: a weight that may be in 斤', () => {
    const odd = { weights: [{ on: '2026-01-10' as never, weight: 28_400 as never }] }
    expect(say([], 'ibuprofen', 0, 'zh', odd)).toContain('体重和年龄对不上（记的是 28.4 kg，就是 56.8 斤）')
    expect(say([], 'ibuprofen', 0, 'en', odd)).toContain('the weight does not fit the age (28.4 kg is 56.8 斤)')
  })

  it('not covered: says it has no rules', () => {
    expect(say([], 'diclofenac', 0, 'zh')).toContain('不在核对范围')
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
          values: VALUES,
        }))
        const sentence = verdictSentence({ ...bare, verdict, evidence }, { ...context, language })
        expect(sentence.length).toBeGreaterThan(verdictTitle(verdict, language).length)
        expect(sentence).not.toMatch(/undefined|安全|放心|safe|退烧失败/)
      }
    }
  })

  it('bears with a record or a version that no longer matches', () => {
    expect(verdictSentence(bare, context)).toBe('还没隔满')
    const evidence = [{ rule: 'cannot_confirm', reason: 'from_the_future', entryIds: [], values: {} }] as const
    expect(verdictSentence({ ...bare, verdict: 'cannot_confirm', evidence }, context)).toContain('有些情况核对不了')
    expect(verdictSentence({ ...bare, verdict: 'cannot_confirm', evidence }, { ...context, language: 'en' })).toContain(
      'some things cannot be checked',
    )
    expect(checkSentence({ now: '', verdict: 'too_soon', rules: [], earliestAt: null, ingredients: [] }, context)).toBe(
      '还没隔满',
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
