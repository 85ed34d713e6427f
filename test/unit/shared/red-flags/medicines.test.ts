import { SYMPTOMS } from '../../../../shared/symptoms/vocabulary.ts'
import { QUESTION_RULES } from '../../../../shared/red-flags/red-flag.ts'
import { QUESTIONS } from '../../../../shared/record/entry.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { flag, flagsOf, rulesOf } from '../support/flags.ts'
import { bornOn } from '../support/guard.ts'
import { answer, dose, ibuprofen, paracetamol, symptom, temperature as t, type When } from '../support/record.ts'

const tenKilos = { weights: [{ on: '2026-01-10' as DateText, weight: grams(10) }] }

describe('R7, doses that should not have been given as they were', () => {
  it.each([
    ['too soon', [ibuprofen(0, 'a', 50), ibuprofen(5.9, 'b', 50)], ['b']],
    ['in time', [ibuprofen(0, 'a', 50), ibuprofen(6, 'b', 50)], []],
    ['the fifth', [0, 5, 10, 15, 20].map((hour) => paracetamol(hour, `p${hour}`, 50)), ['p20']],
    ['too much at once', [ibuprofen(0, 'a', 143)], ['a']],
    [
      'too much in a day',
      [ibuprofen(0, 'a', 140), ibuprofen(6, 'b', 140), ibuprofen(12, 'c', 140), ibuprofen(18, 'd', 149)],
      ['d'],
    ],
    ['banned', [dose(0, { ingredient: 'aspirin' }, 'a')], ['a']],
    ['banned by name', [dose(0, { medicine: '安乃近片' }, 'a')], ['a']],
    ['not covered', [dose(0, { ingredient: 'diclofenac' }, 'a'), dose(0, { ingredient: 'diclofenac' }, 'b')], []],
    ['of an unknown amount', [dose(0, { ingredient: 'ibuprofen' }, 'a')], []],
  ])('%s', (_, list, expected) => {
    const [found] = flag('R7', list, 24)
    expect(found?.entryIds ?? []).toEqual(expected)
    if (found) expect(found).toMatchObject({ level: 'contact', values: { doses: expected.length } })
  })

  it('by age, allergy and label', () => {
    expect(rulesOf([ibuprofen(0, 'a', 20)], 1, bornOn('2025-09-01'))).toContain('R7')
    expect(rulesOf([ibuprofen(0, 'a', 50)], 1, { conditions: [{ code: 'nsaid_allergy', present: true }] })).toEqual([
      'R7',
    ])
    expect(rulesOf([ibuprofen(0, 'a', 50)], 1, bornOn(null))).toEqual([])
    expect(rulesOf([dose(0, { ingredient: 'aspirin' }, 'a')], 1, bornOn(null))).toEqual([])
  })

  it.each([
    // paracetamol in 24 h at 10 kg
    [749.9, null],
    [750, undefined],
    [1499.9, undefined],
    [1500, 'poison'],
  ])('%s mg of paracetamol in 24 hours', (mg, advice) => {
    const list = [paracetamol(0, 'a', 300), paracetamol(23.9, 'b', mg - 300)]
    const [found] = flag('R7', list, 24, tenKilos).filter(({ level }) => level === 'now')
    expect(found?.entryIds ?? []).toEqual(advice === null ? [] : ['a', 'b'])
    expect(found?.values.advice).toBe(advice ?? undefined)
  })

  it.each([
    [999.9, false],
    [1000, true],
  ])('%s mg of ibuprofen in 24 hours', (mg, expected) => {
    const list = [ibuprofen(0, 'a', 300), ibuprofen(12, 'b', mg - 300)]
    const found = flag('R7', list, 24, tenKilos).filter(({ level }) => level === 'now')
    expect(found.map(({ values }) => values)).toEqual(
      expected ? [{ ingredient: 'ibuprofen', mgPerKg: 100, advice: 'poison' }] : [],
    )
  })

  it('leaves out what is 24 hours apart, and what has no weight to go by', () => {
    const list = [paracetamol(0, 'a', 400), paracetamol(24, 'b', 400)]
    expect(flag('R7', list, 25, tenKilos).map(({ level }) => level)).toEqual(['contact'])
    expect(flag('R7', [paracetamol(0, 'a', 800)], 1, { weights: [] }).map(({ level }) => level)).toEqual(['contact'])
    expect(flag('R7', [paracetamol(0, 'a', 800)], 1, tenKilos).map(({ level }) => level)).toEqual(['now', 'contact'])
  })

  it('does not look at doses still to come, nor at those of an illness long past', () => {
    expect(rulesOf([ibuprofen(2, 'a', 300)], 1)).toEqual([])
    expect(rulesOf([ibuprofen('08T00:00', 'a', 500)], '15T00:01')).toEqual([])
    expect(rulesOf([ibuprofen('08T00:00', 'a', 500)], '15T00:00')).toEqual(['R7'])
  })
})

describe('R9, ibuprofen while dry', () => {
  it.each(['vomiting', 'diarrhoea', 'dry_mouth_tears', 'low_urine', 'chickenpox'])('with %s', (code) => {
    const [found] = flag('R9', [ibuprofen(0, 'a', 50), symptom(3, code)], 5)
    expect(found).toMatchObject({ level: 'same_day', entryIds: ['a', `s-${code}@3`], values: { symptoms: code } })
  })

  it.each<[string, When, When, boolean]>([
    ['both within 24 hours', 0.1, 1, true],
    ['the dose 24 hours ago', 0, 1, false],
    ['the symptom 24 hours ago', 1, 0, false],
  ])('%s', (_, given, noted, expected) => {
    expect(rulesOf([ibuprofen(given, 'a', 50), symptom(noted, 'vomiting')], 24).includes('R9')).toBe(expected)
  })

  it('not with wheeze, with an absence, or with another medicine', () => {
    expect(rulesOf([ibuprofen(0, 'a', 50), symptom(1, 'wheeze')], 2)).not.toContain('R9')
    expect(rulesOf([ibuprofen(0, 'a', 50), symptom(1, 'vomiting', false)], 2)).toEqual([])
    expect(rulesOf([paracetamol(0, 'a', 50), symptom(1, 'vomiting')], 2)).toEqual([])
  })
})

describe('symptoms', () => {
  it.each(SYMPTOMS.map(({ code, level }) => [code, level] as const))('%s is of level %s', (code, level) => {
    const list = [symptom(1, code), symptom(2, code)]
    const expected = level === 'now' || level === 'same_day'
    expect(flagsOf(list, 24)).toEqual(
      expected
        ? [
            {
              rule: `S:${code}`,
              level,
              entryIds: [`s-${code}@1`, `s-${code}@2`],
              source: 'NICE NG143',
              values: {},
              gaps: [],
            },
          ]
        : [],
    )
    expect(flagsOf([symptom(1, code, false)], 2)).toEqual([])
  })

  it('count for 24 hours, whatever is noted later', () => {
    expect(rulesOf([symptom(0, 'seizure')], 24)).toEqual([])
    expect(rulesOf([symptom(0.1, 'seizure'), symptom(2, 'seizure', false)], 24)).toEqual(['S:seizure'])
  })
})

describe('questions', () => {
  it.each(QUESTIONS.map((question) => [question] as const))('%s answered yes', (question) => {
    const level = /^Q[1-8]$/.test(question) ? 'now' : question === 'Q13' ? 'contact' : 'same_day'
    expect(flagsOf([answer(1, question, 'yes')], 2)).toEqual([
      {
        rule: question,
        level,
        entryIds: [`a-${question}@1`],
        source: QUESTION_RULES[question].source,
        values: {},
        gaps: [],
      },
    ])
    expect(flagsOf([answer(1, question, 'no')], 2)).toEqual([])
    expect(flagsOf([answer(1, question, 'unknown')], 2)).toEqual([])
  })

  it('go by the last answer that is one', () => {
    expect(rulesOf([answer(1, 'Q9', 'yes'), answer(2, 'Q9', 'no')], 3)).toEqual([])
    expect(rulesOf([answer(2, 'Q9', 'yes'), answer(1, 'Q9', 'no')], 3)).toEqual(['Q9'])
    expect(rulesOf([answer(1, 'Q9', 'yes'), answer(2, 'Q9', 'unknown')], 3)).toEqual(['Q9'])
    expect(rulesOf([answer(4, 'Q9', 'yes')], 3)).toEqual([])
    expect(rulesOf([answer('08T00:00', 'Q9', 'yes')], '15T00:01')).toEqual([])
  })
})

describe('the order of flags', () => {
  it('is by urgency, then derived ones, symptoms and answers', () => {
    const list = [
      t(0, 41.2),
      symptom(1, 'chills'),
      symptom(1, 'cyanosis'),
      answer(1, 'Q13', 'yes'),
      answer(1, 'Q10', 'yes'),
      answer(1, 'Q1', 'yes'),
      ibuprofen(1, 'a', 300),
      symptom(1, 'vomiting'),
    ]
    expect(rulesOf(list, 2)).toEqual(['R6', 'S:cyanosis', 'Q1', 'R9', 'S:chills', 'Q10', 'R7', 'Q13'])
  })
})
