import type { DoseIntent } from '../../../../shared/dosing/intent.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { ask, bornOn, one, reasons, server } from '../support/guard.ts'
import { at, dose, MEILIN, recordOf, type When } from '../support/record.ts'

const weighed = (on: string, kg: number, confirmed?: boolean) => ({
  on: on as DateText,
  weight: grams(kg),
  ...(confirmed === undefined ? {} : { confirmed }),
})

describe('what cannot be confirmed', () => {
  it.each<[string, Parameters<typeof ask>, string]>([
    ['no birth date', [[], { ingredient: 'ibuprofen' }, 0, { record: bornOn(null) }], 'birth_date_missing'],
    ['no weight', [[], { ingredient: 'ibuprofen' }, 0, { record: { weights: [] } }], 'weight_missing'],
    [
      'only a later weight',
      [[], { ingredient: 'ibuprofen' }, 0, { record: { weights: [weighed('2026-01-16', 14)] } }],
      'weight_missing',
    ],
    ['mL without a strength', [[], { ingredient: 'ibuprofen', ml: 5 }, 0], 'concentration_missing'],
    ['pieces of a liquid', [[], { productId: 'meilin', count: 1 }, 0], 'concentration_missing'],
    [
      'a product whose strength nobody read',
      [
        [],
        { productId: 'meilin' },
        0,
        { record: { products: [{ ...MEILIN, ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }] }] } },
      ],
      'concentration_missing',
    ],
    [
      'an earlier dose of unknown amount',
      [[dose(-8, { ingredient: 'ibuprofen' }, 'x')], { ingredient: 'ibuprofen' }, 0],
      'earlier_amount_unknown',
    ],
    [
      'a medicine nobody knows',
      [[dose(-8, { medicine: '退热栓' })], { ingredient: 'ibuprofen' }, 0],
      'unknown_medicine',
    ],
    [
      'an antipyretic of unknown kind',
      [[dose(-8, { medicine: '退热栓', antipyretic: 'yes' })], { ingredient: 'ibuprofen' }, 0],
      'unknown_antipyretic',
    ],
    ['no network', [[], { ingredient: 'ibuprofen' }, 0, { situation: { ...server, online: false } }], 'offline'],
    [
      'unsent changes',
      [[], { ingredient: 'ibuprofen' }, 0, { situation: { ...server, unsentChanges: 2 } }],
      'unsent_changes',
    ],
  ])('with %s', (_, args, reason) => {
    expect(reasons(...args)).toEqual([reason])
    expect(one(...args).verdict).toBe('cannot_confirm')
  })

  it('forgets what is older than 24 hours', () => {
    const old = [
      dose(0, { ingredient: 'ibuprofen' }),
      dose(0, { medicine: '退热栓' }),
      dose(0, { medicine: '栓', antipyretic: 'yes' }),
    ]
    expect(reasons(old, { ingredient: 'ibuprofen' }, 24)).toEqual([])
    expect(reasons(old, { ingredient: 'ibuprofen' }, 23.99)).toHaveLength(3)
  })

  it.each([
    // birth, weighed, asked on 15 January 2026
    ['2024-01-16', '2025-10-15', []],
    ['2024-01-16', '2025-10-14', ['weight_outdated']],
    ['2024-01-15', '2025-10-14', []],
    ['2024-01-15', '2025-07-15', []],
    ['2024-01-15', '2025-07-14', ['weight_outdated']],
    [null, '2025-10-14', ['birth_date_missing', 'weight_outdated']],
  ])('born %s, weighed %s', (birthDate, on, expected) => {
    const record = { ...bornOn(birthDate), weights: [weighed(on, 11)] }
    expect(reasons([], { ingredient: 'ibuprofen' }, 12, { record })).toEqual(expected)
  })

  it('is a medicine whose ingredients nobody wrote down', () => {
    const bare = { record: { products: [{ ...MEILIN, ingredients: [] }] } }
    expect(ask([], { productId: 'meilin', ml: 5 }, 0, bare)).toMatchObject({
      verdict: 'cannot_confirm',
      ingredients: [{ ingredient: 'unknown' }],
    })
    expect(ask([], { productId: 'gone' }, 0).rules).toEqual(['cannot_confirm'])
  })

  it('goes by the named ingredient where the product is gone', () => {
    const given = dose(0, { ingredient: 'ibuprofen', mass: 100_000 as never })
    expect(ask([given], { productId: 'gone', ingredient: 'ibuprofen' }, 2).verdict).toBe('too_soon')
  })
})

describe('a weight that does not fit the age', () => {
  it.each([
    // a child born on 3 November 2022 is 38 months old in January 2026: 9.6 to 25.2 kg
    [9.599, true],
    [9.6, false],
    [25.2, false],
    [25.201, true],
  ])('%s kg at three years: asked about %s', (kg, asked) => {
    const found = one([], { ingredient: 'ibuprofen' }, 0, { record: { weights: [weighed('2026-01-10', kg)] } })
    expect(found.rules).toEqual([asked ? 'cannot_confirm' : 'allowed'])
  })

  it('shows kilograms and 斤 together, and is content once confirmed', () => {
    const found = (confirmed?: boolean) =>
      one([], { ingredient: 'ibuprofen' }, 0, { record: { weights: [weighed('2026-01-10', 28.4, confirmed)] } })
    expect(found().evidence[0]).toMatchObject({ reason: 'weight_implausible', values: { kg: 28.4, jin: 56.8 } })
    expect([found(false).rules, found(true).rules]).toEqual([['cannot_confirm'], ['allowed']])
  })

  it('goes by the age on the day of weighing, and knows no band from five years on', () => {
    const at = (birthDate: string, on: string, kg: number) =>
      reasons([], { ingredient: 'paracetamol' }, 12, { record: { ...bornOn(birthDate), weights: [weighed(on, kg)] } })
    expect(at('2025-09-15', '2026-01-14', 6.5)).toEqual([])
    expect(at('2025-09-15', '2025-10-14', 6.7)).toEqual(['weight_outdated', 'weight_implausible'])
    expect(at('2025-09-15', '2025-10-16', 6.7)).toEqual([])
    expect(at('2021-01-15', '2026-01-14', 60)).toEqual(['weight_implausible'])
    expect(at('2021-01-14', '2026-01-14', 60)).toEqual([])
    expect(at('2026-01-13', '2026-01-12', 60)).not.toContain('weight_implausible')
  })
})

describe('"I am giving it now"', () => {
  const intent = (when: When, given: Partial<DoseIntent> = {}): DoseIntent => ({
    id: 'i',
    at: at(when),
    by: '妈妈',
    own: false,
    medicine: { productId: 'meilin', ingredient: null, medicine: null },
    ...given,
  })
  const during = (now: When, intents: DoseIntent[], ingredient = 'ibuprofen') =>
    one([], { ingredient }, now, { situation: { ...server, intents } })

  it('by another caregiver stops the same ingredient for ten minutes', () => {
    const found = during('16T03:17:59', [intent('16T03:08')])
    expect(found.rules).toEqual(['in_progress'])
    expect(found.evidence[0]).toEqual({
      rule: 'in_progress',
      reason: 'intent',
      entryIds: [],
      values: { at: '2026-01-16T03:08:00+08:00', medicine: '美林 布洛芬混悬液', by: '妈妈' },
    })
    expect(during('16T03:17', [intent('16T03:08')], 'paracetamol').rules).toEqual(['allowed'])
  })

  it('cannot be confirmed once it ran out without an answer, until the interval is over', () => {
    expect(during('16T03:18', [intent('16T03:08')]).rules).toEqual(['cannot_confirm'])
    expect(during('16T09:07:59', [intent('16T03:08')]).evidence[0]).toMatchObject({
      reason: 'intent_unanswered',
      values: { by: '妈妈' },
    })
    expect(during('16T09:08', [intent('16T03:08')]).rules).toEqual(['allowed'])
  })

  it('of one’s own does not stand in the way, but must be answered too', () => {
    const own = intent('16T03:08', { own: true, by: null })
    expect(during('16T03:10', [own]).rules).toEqual(['allowed'])
    expect(during('16T03:20', [own])).toMatchObject({
      rules: ['cannot_confirm'],
      evidence: [{ values: { at: '2026-01-16T03:08:00+08:00', medicine: '美林 布洛芬混悬液' } }, {}],
    })
  })

  it('of a medicine nobody knows stands against every ingredient', () => {
    const medicine = { productId: null, ingredient: null, medicine: '退烧药' }
    for (const ingredient of ['ibuprofen', 'paracetamol'])
      expect(during('16T03:10', [intent('16T03:08', { medicine, by: null })], ingredient).rules).toEqual([
        'in_progress',
      ])
    const named = { productId: 'gone', ingredient: 'ibuprofen', medicine: null }
    expect(during('16T03:10', [intent('16T03:08', { medicine: named })]).evidence[0]!.values.medicine).toBe('ibuprofen')
    const nothing = { productId: null, ingredient: null, medicine: null }
    expect(during('16T03:10', [intent('16T03:08', { medicine: nothing })]).evidence[0]!.values.medicine).toBe('')
  })

  it('has nothing to do with what is not covered', () => {
    const { ingredients } = ask([], { ingredient: 'amoxicillin' }, '16T03:10', {
      situation: { ...server, intents: [intent('16T03:08')] },
    })
    expect(ingredients[0]!.rules).toEqual(['not_covered'])
    expect(recordOf([]).conditions).toEqual([])
  })
})
