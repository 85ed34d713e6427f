import { checkDose, checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { allergenOf } from '../../../../shared/dosing/allergies.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import { ask, bornOn, one, reasons, rules, server } from '../support/guard.ts'
import { at, COLD_REMEDY, dose, MEILIN, paracetamol, recordOf } from '../support/record.ts'

const withCondition = (code: string, present = true) => ({ record: { conditions: [{ code, present }] } })

describe('contraindicated', () => {
  it.each([
    ['ibuprofen', 'ibuprofen_allergy', true],
    ['ibuprofen', 'aspirin_allergy', true],
    ['ibuprofen', 'nsaid_allergy', true],
    ['ibuprofen', 'naproxen_allergy', true],
    ['ibuprofen', 'paracetamol_allergy', false],
    ['ibuprofen', 'penicillin_allergy', false],
    ['paracetamol', 'paracetamol_allergy', true],
    ['paracetamol', 'ibuprofen_allergy', false],
    ['paracetamol', 'nsaid_allergy', false],
    ['diclofenac', 'ibuprofen_allergy', true],
    ['amoxicillin', 'penicillin_allergy', true],
    ['amoxicillin', 'amoxicillin_allergy', true],
    ['cetirizine', 'cetirizine_allergy', true],
    ['cetirizine', 'other_allergy', false],
  ])('%s with %s: %s', (ingredient, code, stops) => {
    expect(rules([], { ingredient }, 0, withCondition(code)).includes('contraindicated')).toBe(stops)
    expect(rules([], { ingredient }, 0, withCondition(code, false))).not.toContain('contraindicated')
  })

  it.each([
    'ibuprofen',
    'aspirin',
    'nimesulide',
    'metamizole',
    'aminophenazone',
    'phenazone',
    'diclofenac',
    'naproxen',
    'loxoprofen',
  ])('%s and ibuprofen stand and fall together, and an allergy to any such medicine stops both', (name) => {
    for (const ingredient of [name, 'ibuprofen'])
      for (const code of [`${name}_allergy`, 'nsaid_allergy', 'aspirin_allergy'])
        expect(rules([], { ingredient }, 0, withCondition(code))).toContain('contraindicated')
  })

  it('comes before everything else, and all that applies is listed', () => {
    const found = one([paracetamol(0)], { ingredient: 'paracetamol', mg: 700 }, 1, withCondition('paracetamol_allergy'))
    expect(found.rules).toEqual(['contraindicated', 'max_reached', 'too_soon', 'over_single_dose', 'caution'])
    expect(found.evidence[0]).toEqual({
      rule: 'contraindicated',
      reason: 'allergy',
      entryIds: [],
      values: { condition: 'paracetamol_allergy' },
    })
  })

  it('knows which ingredient an allergy is named after', () => {
    expect(allergenOf('naproxen_allergy')).toBe('naproxen')
    for (const code of ['nsaid_allergy', 'asthma', 'ibuprofen', 'ibuprofen-allergic'])
      expect(allergenOf(code)).toBeNull()
  })
})

describe('banned below an age', () => {
  it.each([
    // born, asked on 15 January 2026
    ['nimesulide', '2014-01-16', 'banned'],
    ['nimesulide', '2014-01-15', 'not_covered'],
    ['metamizole', '2008-01-16', 'banned'],
    ['metamizole', '2008-01-15', 'not_covered'],
    ['aspirin', '2010-01-16', 'banned'],
    ['aspirin', '2010-01-15', 'not_covered'],
    ['aspirin', null, 'cannot_confirm'],
    ['diclofenac', '2022-11-03', 'not_covered'],
  ])('%s for a child born %s: %s', (ingredient, birthDate, verdict) => {
    expect(one([], { ingredient }, 12, { record: bornOn(birthDate) }).verdict).toBe(verdict)
  })

  it('names the age and the source', () => {
    expect(one([], { ingredient: 'aspirin' }, 12).evidence[0]).toMatchObject({
      reason: 'banned_below_age',
      values: { months: 38, belowMonths: 192, source: expect.stringContaining('Reye') },
    })
  })

  it.each(['安乃近片', '小儿解热栓', '重感灵片', '尼美舒利颗粒', '阿司匹林泡腾片'])(
    'sees through the free name %s',
    (medicine) => {
      for (const antipyretic of ['no', 'unknown'] as const) {
        const record = recordOf([dose(0, { medicine, antipyretic }, 'x')])
        expect(checkRecordedDose(record, 'x', server)!.verdict).toBe('banned')
      }
    },
  )

  it('leaves other free names alone', () => {
    const question = { ...doseQuestion({}), medicine: '阿莫西林', antipyretic: 'no' as const }
    expect(checkDose(recordOf([]), question, at(0), server).rules).toEqual(['not_covered'])
  })
})

describe('not for the age', () => {
  it.each([
    ['paracetamol', '2025-10-16', ['below_age']],
    ['paracetamol', '2025-10-15', []],
    ['ibuprofen', '2025-07-16', ['below_age']],
    ['ibuprofen', '2025-07-15', []],
    // a birth date in the future is no age at all
    ['paracetamol', '2026-02-01', ['below_age']],
  ])('%s for a child born %s', (ingredient, birthDate, expected) => {
    const found = reasons([], { ingredient }, 12, { record: bornOn(birthDate) })
    expect(found.filter((reason) => reason.startsWith('below'))).toEqual(expected)
  })

  it.each([
    ['2025-01-16', ['below_label_age']],
    ['2025-01-15', []],
  ])('by the label, from 12 months: born %s', (birthDate, expected) => {
    const found = one([], { productId: 'meilin' }, 12, { record: bornOn(birthDate) })
    expect(found.evidence.map(({ reason }) => reason).filter((reason) => reason.startsWith('below'))).toEqual(expected)
  })

  it('holds for what the guard has no figures for', () => {
    const syrup = {
      ...MEILIN,
      id: 'syrup',
      minAgeMonths: 60,
      ingredients: [{ code: 'ambroxol', perMl: null, perPiece: null }],
    }
    expect(ask([], { productId: 'syrup' }, 0, { record: { products: [syrup] } }).rules).toEqual([
      'not_for_age',
      'not_covered',
    ])
  })

  it('does not guess without a birth date', () => {
    expect(rules([], { productId: 'meilin' }, 0, { record: bornOn(null) })).toEqual(['cannot_confirm'])
  })
})

describe('what is not covered', () => {
  it('answers so for every other ingredient, whatever the record says', () => {
    const found = one([dose(0, { ingredient: 'diclofenac' })], { ingredient: 'diclofenac' }, 1)
    expect(found).toMatchObject({
      verdict: 'not_covered',
      rules: ['not_covered'],
      earliestAt: null,
      dosesIn24h: 1,
      massIn24h: null,
    })
    expect(
      checkRecordedDose(recordOf([dose(0, { medicine: '阿莫西林', antipyretic: 'no' })]), 'd@0', server)?.verdict,
    ).toBe('not_covered')
  })

  it('does not make a compound any laxer, nor ever allowed', () => {
    const check = ask([paracetamol(0)], { productId: 'huangnamin', count: 1 }, 1)
    expect(check.ingredients.map(({ ingredient, verdict }) => [ingredient, verdict])).toEqual([
      ['paracetamol', 'too_soon'],
      ['chlorphenamine', 'not_covered'],
    ])
    expect([check.verdict, check.rules, check.earliestAt]).toEqual([
      'too_soon',
      ['too_soon', 'not_covered', 'caution'],
      at(4),
    ])
    expect(ask([], { productId: COLD_REMEDY.id, count: 1 }, 1).verdict).toBe('not_covered')
  })
})

describe('a child of 38 months with nothing against it', () => {
  it('may be given both, each allowed by name', () => {
    expect([
      ask([], { ingredient: 'ibuprofen', mg: 142 }, 0).verdict,
      ask([], { productId: 'meilin', ml: 5 }, 0).verdict,
    ]).toEqual(['allowed', 'allowed'])
  })

  it('is told what nobody ever asked about, without a verdict of its own', () => {
    const found = one([], { ingredient: 'ibuprofen' }, 0)
    expect([found.rules, found.evidence]).toEqual([
      ['allowed'],
      [
        {
          rule: null,
          reason: 'never_asked',
          entryIds: [],
          values: {
            conditions: 'ibuprofen_allergy nsaid_allergy aspirin_allergy asthma kidney_disease heart_disease',
          },
        },
      ],
    ])
    const asked = { record: { conditions: [{ code: 'paracetamol_allergy', present: false }] } }
    expect(one([], { ingredient: 'paracetamol' }, 0, asked).evidence).toEqual([])
  })
})
