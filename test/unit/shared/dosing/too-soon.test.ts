import { at, dose, ibuprofen, meilin, paracetamol, type When } from '../support/record.ts'
import { ask, one, reasons, rules } from '../support/guard.ts'
import { COLD_REMEDY, MEILIN } from '../support/record.ts'

describe('too soon', () => {
  it.each<[string, string, When, string]>([
    ['paracetamol', '1 s before 4 h', '15T05:59:59', 'too_soon'],
    ['paracetamol', 'exactly 4 h', '15T06:00:00', 'caution'],
    ['paracetamol', '1 s before 6 h', '15T07:59:59', 'caution'],
    ['paracetamol', 'exactly 6 h', '15T08:00:00', 'allowed'],
    ['ibuprofen', '1 s before 6 h', '15T07:59:59', 'too_soon'],
    ['ibuprofen', 'exactly 6 h', '15T08:00:00', 'allowed'],
  ])('%s given at 02:00, asked %s after it', (ingredient, _, now, verdict) => {
    const given = ingredient === 'paracetamol' ? paracetamol('15T02:00:00') : ibuprofen('15T02:00:00')
    expect(one([given], { ingredient }, now).verdict).toBe(verdict)
  })

  it('names the last dose, how long ago, and the first minute that would not be', () => {
    const found = one([ibuprofen('15T01:00:00'), ibuprofen('15T02:10:30')], { ingredient: 'ibuprofen' }, '15T04:15:31')
    expect(found.rules).toEqual(['too_soon'])
    expect(found.evidence[0]).toEqual({
      rule: 'too_soon',
      reason: 'interval',
      entryIds: ['ibu@15T02:10:30'],
      values: { sinceMinutes: 125, intervalMinutes: 360 },
    })
    expect([found.earliestAt, found.earliestIsLowerBound]).toEqual([at('15T08:11:00'), false])
  })

  it('gives a lower bound where something cannot be confirmed', () => {
    const unknown = dose('15T00:00', { medicine: '退热栓' })
    const found = one([unknown, ibuprofen('15T02:00')], { ingredient: 'ibuprofen' }, '15T03:00')
    expect(found).toMatchObject({ earliestAt: at('15T08:00'), earliestIsLowerBound: true })
  })

  it('counts every product that holds the ingredient', () => {
    const list = [dose(1, { productId: 'huangnamin', pieces: 1000 as never })]
    expect(one(list, { ingredient: 'paracetamol' }, 2).verdict).toBe('too_soon')
    expect(rules([meilin(1, 5)], { ingredient: 'paracetamol' }, 2)).toEqual(['caution'])
  })

  it('takes a dose stamped later than now as given now', () => {
    const found = one([ibuprofen(5)], { ingredient: 'ibuprofen' }, 3)
    expect(found).toMatchObject({ verdict: 'too_soon', dosesIn24h: 1, earliestAt: at(11) })
    expect(found.evidence[0]!.values.sinceMinutes).toBe(0)
    expect(reasons([ibuprofen(5)], { ingredient: 'paracetamol' }, 3)).toEqual(['other_antipyretic'])
  })
})

describe('a compound of two antipyretics', () => {
  const both = {
    ...COLD_REMEDY,
    id: 'both',
    ingredients: [...COLD_REMEDY.ingredients.slice(0, 1), { ...MEILIN.ingredients[0]!, perPiece: null }],
  }
  const record = { products: [both] }

  it('waits for the later of the two', () => {
    expect(ask([paracetamol(0), ibuprofen(0)], { productId: 'both' }, 1, { record }).earliestAt).toBe(at(6))
    expect(ask([paracetamol(3), ibuprofen(0)], { productId: 'both' }, 4, { record }).earliestAt).toBe(at(7))
  })

  it('has no earliest time where one of them has none', () => {
    const list = [ibuprofen(0), paracetamol(0)]
    const huge = {
      ...both,
      ingredients: [{ code: 'paracetamol', perMl: 1_000_000 as never, perPiece: null }, both.ingredients[1]!],
    }
    expect(ask(list, { productId: 'both', ml: 5 }, 1, { record: { products: [huge] } }).earliestAt).toBeNull()
  })
})
