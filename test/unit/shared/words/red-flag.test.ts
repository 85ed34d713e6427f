import { RED_FLAG_NOTE, redFlagName, redFlagSentence } from '../../../../shared/words/red-flag.ts'
import { QUESTION_RULES } from '../../../../shared/red-flags/red-flag.ts'
import { LANGUAGES } from '../../../../shared/words/language.ts'
import { SYMPTOMS } from '../../../../shared/symptoms/vocabulary.ts'
import { flag, flagsOf } from '../support/flags.ts'
import { bornOn } from '../support/guard.ts'
import { answer, ibuprofen, paracetamol, symptom, temperature as t } from '../support/record.ts'

describe('the words of a red flag', () => {
  it('put 120 first for what cannot wait', () => {
    const say = (code: string) => redFlagSentence(flagsOf([symptom(0, code)], 1)[0]!, 'zh')
    expect(say('cyanosis')).toBe('您记了“口唇发青”。请现在打 120。（来源：NICE NG143）')
    expect(say('bulging_font')).toBe('您记了“囟门鼓起”。请马上就医。（来源：NICE NG143）')
    expect(say('chills')).toBe('您记了“发冷、寒战”。建议今天就医。（来源：NICE NG143）')
  })

  it('say what to do about a fit, over or not', () => {
    const [fit] = flagsOf([answer(0, 'Q8', 'yes')], 1)
    expect(redFlagSentence(fit!, 'zh')).toContain('停了也要马上就医；超过 5 分钟没停，打 120。')
    expect(redFlagSentence(fit!, 'en')).toMatch(/You noted “a fit”\. Even when it is over/)
  })

  it('name the day, the rule and its source', () => {
    const list = Array.from({ length: 13 }, (_, index) => t(index * 8, 38.5))
    expect(redFlagSentence(flag('R3', list, 97)[0]!, 'zh')).toBe(
      '按您的记录，发烧第 5 天。建议今天就医。（来源：NICE NG143）',
    )
    expect(redFlagSentence(flag('R4', list, 97)[0]!, 'en')).toBe(
      'By your record: fever for more than 72 hours. Call a doctor and ask. (Source: AAP HealthyChildren)',
    )
  })

  it('name the stretch that nobody recorded', () => {
    const list = [t(0, 38.5), t(4, 38.5), t(80, 38.5), t(97, 38.5)]
    expect(redFlagName(flag('R3', list, 98)[0]!, 'zh')).toBe('发烧第 5 天（中间有 3 天 4 小时没有记录，也算在里面）')
    expect(redFlagName(flag('R3', list, 98)[0]!, 'en')).toContain('(with 3 d 4 h that nobody recorded, counted in)')
  })

  it('send to 120 or a poison line for an amount that may be poisonous', () => {
    const [worst, doses] = flag('R7', [paracetamol(0, 'a', 2200)], 1)
    expect(redFlagSentence(worst!, 'zh')).toContain(
      '24 小时内对乙酰氨基酚 154.9 mg/kg，太多了。请现在打 120，或打当地中毒急救电话。',
    )
    expect(redFlagSentence(doses!, 'en')).toContain('1 dose too soon, too much or not to be given')
  })

  it('exist for every rule in both languages, name no disease and soothe nobody', () => {
    const list = [
      t(0, 41.3), t(2, 40.6), ...SYMPTOMS.map(({ code }) => symptom(1, code)), ibuprofen(1, 'a', 300), ibuprofen(2, 'b', 1500),
      ...Object.keys(QUESTION_RULES).map((question) => answer(1, question as 'Q1', 'yes')),
      ...['12T10:00', '13T10:00', '14T10:00'].map((day) => ibuprofen(day, undefined, 50)),
    ] // prettier-ignore
    const flags = [
      ...flagsOf(list, 3),
      ...flag('R1', [t(0, 38.2)], 1, bornOn('2026-01-01')),
      ...flag('R2', [t(0, 39.2)], 1, bornOn('2025-09-01')),
    ]
    for (const language of LANGUAGES) {
      for (const one of flags) {
        const sentence = redFlagSentence(one, language)
        expect(sentence).toContain(one.source)
        expect(sentence).not.toMatch(/undefined|NaN|安全|放心|safe|川崎|脑膜炎|Kawasaki|meningitis|疑似/)
      }
      expect(RED_FLAG_NOTE[language].length).toBeGreaterThan(10)
    }
  })
})
