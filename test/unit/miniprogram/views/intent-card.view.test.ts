import { intentCards } from '../../../../miniprogram/views/intent-card.view.ts'
import type { Intent } from '../../../../miniprogram/stores/records/intents.ts'
import { checkDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { doseQuestion } from '../../../../shared/dosing/question.ts'
import { MINUTE, shift } from '../../../../shared/time/instant.ts'
import { MEILIN, at, meilin, recordOf, shanghai } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const NOW = '16T03:10'
const products = [MEILIN]

const intentAt = (said: string, more: Partial<Intent> = {}): Intent => ({
  id: 'intent',
  childId: 'child',
  accountId: 'mama',
  medicine: { productId: 'meilin', ml: 5 },
  by: '妈妈',
  at: at(said),
  expiresAt: shift(at(said), 10 * MINUTE),
  outcome: null,
  entryId: null,
  check: null,
  state: 'saved',
  ...more,
})

function cardsOf(intents: readonly Intent[], more: Difference = {}, entries = [] as ReturnType<typeof meilin>[]) {
  const state = screenOf(entries, NOW, { ...more, record: { products }, family: { intents, ...more.family } })
  return intentCards(state.current!, state)
}

const baba = { accountId: 'baba', by: '爸爸' }
const own = { familyId: 'family', name: '', memberName: '', isLocal: false }
const asBaba = { ...own, accountId: 'baba', role: 'caregiver' } as const
const asNana = { ...own, accountId: 'nana', role: 'viewer' } as const

/** What the guard says of 5 mL while `intents` of others run. */
function checkedAmong(others: readonly Intent[]) {
  const intents = others.map(({ id, at: since, by, medicine }) => {
    return {
      id,
      at: since,
      by,
      own: false,
      medicine: { productId: medicine.productId ?? null, ingredient: null, medicine: null },
    }
  })
  const situation = { zone: shanghai, online: true, unsentChanges: 0, intents }
  const question = doseQuestion({ productId: 'meilin', ml: 5 })
  return doseCheckToJson(checkDose(recordOf([], { products }), question, at(NOW), situation), shanghai)
}

describe('the cards of doses that are being given', () => {
  it('tell the one who said it that the family knows, with both answers', () => {
    expect(cardsOf([intentAt('16T03:08')])).toMatchObject([
      { sentence: '您 03:08 说要喂美林 5 mL，家里人都看得到了。', given: '喂了', notGiven: '没喂', isAsking: false },
    ])
  })

  it('tell the others who, what and since when, and leave the answer to the one who said it', () => {
    expect(cardsOf([intentAt('16T03:08')], { open: asBaba })).toMatchObject([
      { sentence: '妈妈 03:08 说要喂美林 5 mL，还没记喂没喂。先问一声。', given: '', notGiven: '' },
    ])
  })

  it('ask everybody who may write once the ten minutes are over, not a minute before', () => {
    expect(cardsOf([intentAt('16T03:01')], { open: asBaba })[0]).toMatchObject({ isAsking: false, given: '' })
    expect(cardsOf([intentAt('16T03:00')], { open: asBaba })[0]).toMatchObject({
      isAsking: true,
      sentence: '妈妈 03:00 说要喂美林 5 mL。喂了，还是没喂？',
      given: '喂了',
      notGiven: '没喂',
    })
    expect(cardsOf([intentAt('16T03:00')], { open: asNana })[0]).toMatchObject({ isAsking: true, given: '' })
  })

  it('promise nothing to the family while the phone is cut off', () => {
    const waiting = [intentAt('16T03:08', { state: 'pending' })]
    expect(cardsOf(waiting)[0]?.sentence).toContain('正在告诉家里人')
    expect(cardsOf(waiting, { connection: { hasNetwork: false } })[0]?.sentence).toContain('家里人还看不到')
  })

  it('are gone once somebody has answered, and for another child, and after a day', () => {
    const gone = [
      intentAt('16T03:08', { outcome: 'given' }),
      intentAt('16T03:08', { outcome: 'not_given' }),
      intentAt('16T03:08', { childId: 'another' }),
      intentAt('15T03:08'),
    ]
    expect(cardsOf(gone)).toEqual([])
  })

  it('tell the one who came second who was first, until that is answered', () => {
    const first = intentAt('16T03:07', { id: 'first', ...baba })
    const second = intentAt('16T03:08', { check: checkedAmong([first]) })
    const blocked = cardsOf([first, second]).find(({ id }) => id === 'intent')
    expect(blocked?.verdict).toMatchObject({ tone: 'stop', title: '有人正要喂' })
    expect(blocked?.verdict?.sentence).toContain('爸爸 03:07 说要喂美林')
    const free = cardsOf([{ ...first, outcome: 'not_given' }, second])[0]
    expect(free?.verdict?.title).not.toBe('有人正要喂')
  })

  it('show of somebody else’s only what stands against it', () => {
    const check = checkedAmong([])
    expect(cardsOf([intentAt('16T03:08', { check })])[0]?.verdict).not.toBeNull()
    expect(cardsOf([intentAt('16T03:08', { check })], { open: asBaba })[0]?.verdict).toBeNull()
  })
})
