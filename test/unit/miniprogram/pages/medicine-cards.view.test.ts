import { medicineCards } from '../../../../miniprogram/pages/now/medicine-cards.view.ts'
import { analyse } from '../../../../shared/analysis/analyse.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { COLD_REMEDY, MEILIN, TYLENOL, dose, meilin, temperature as t, type When } from '../../shared/support/record.ts'
import { microlitres, milliPieces } from '../../../../shared/units/medicine.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const products = [MEILIN, TYLENOL, COLD_REMEDY]

function cardsAt(entries: readonly Entry[], when: When, more: Difference = {}) {
  const state = screenOf(entries, when, { ...more, record: { products, ...more.record } })
  const current = state.current!
  return medicineCards(current, analyse(current.record, state.now, current.zone).responses, state)
}

describe('the medicine cards', () => {
  it('are none where nothing was given in 24 hours', () => {
    expect(cardsAt([meilin('15T03:00', 5)], '16T03:00')).toEqual([])
  })

  it('say what was given last, by whom, how long ago, and how much in 24 hours', () => {
    const [card] = cardsAt([meilin('15T20:00', 5, '妈妈'), meilin('16T02:10', 5, '爸爸')], '16T03:10')
    expect(card).toMatchObject({
      ingredient: 'ibuprofen',
      mark: 'ibuprofen',
      name: '布洛芬',
      elapsed: '1 小时前',
      last: '02:10 · 爸爸 · 美林 5 mL',
      counts: '24 小时内 2/4 次 · 14.1/40 mg/kg',
    })
  })

  it('never look like "go ahead", whatever the verdict', () => {
    const soon = cardsAt([meilin('16T02:10', 5)], '16T03:10')[0]
    expect(soon).toMatchObject({ verdict: 'too_soon', tone: 'stop', title: '还没隔满' })
    const later = cardsAt([meilin('15T08:10', 5)], '16T03:10')[0]
    expect(later?.tone).toBe('unsure')
  })

  it('cannot confirm while this phone does not see the others', () => {
    const offline = { connection: { hasNetwork: false } }
    expect(cardsAt([meilin('15T08:10', 5)], '16T03:10', offline)[0]?.verdict).toBe('cannot_confirm')
    expect(cardsAt([meilin('15T08:10', 5)], '16T03:10', { unsent: 1 })[0]?.verdict).toBe('cannot_confirm')
  })

  it('find paracetamol in a cold remedy, across products', () => {
    const remedy = dose('16T01:00', { productId: COLD_REMEDY.id, pieces: milliPieces(1) })
    const syrup = dose('15T20:00', { productId: TYLENOL.id, volume: microlitres(4) })
    const cards = cardsAt([syrup, remedy], '16T03:10')
    expect(cards.map(({ ingredient }) => ingredient)).toEqual(['paracetamol'])
    expect(cards[0]?.counts).toContain('24 小时内 2/4 次')
  })

  it('leave out medicines that lower no fever', () => {
    expect(cardsAt([dose('16T01:00', { medicine: '阿莫西林', antipyretic: 'no' })], '16T03:10')).toEqual([])
  })

  it('give milligrams alone where there is no weight', () => {
    const [card] = cardsAt([meilin('16T02:10', 5)], '16T03:10', { record: { weights: [] } })
    expect(card?.counts).toBe('24 小时内 1/4 次 · 100 mg')
  })

  it('say what was measured after the last dose, once there is enough', () => {
    const entries = [t('16T00:05', 38.9), meilin('16T00:10', 5), t('16T01:20', 38.2), t('16T02:30', 37.6)]
    expect(cardsAt(entries.slice(0, 2), '16T03:10')[0]?.response).toBe('')
    expect(cardsAt(entries, '16T03:10')[0]?.response).toContain('0.5')
  })
})
