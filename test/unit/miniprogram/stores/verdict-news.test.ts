import { createVerdictNews } from '../../../../miniprogram/stores/verdict-news.store.ts'
import { observable } from '../../../../miniprogram/stores/observable.ts'
import type { EntryRow } from '../../../../miniprogram/stores/records/entry-row.ts'
import type { Verdict } from '../../../../shared/dosing/verdict.ts'
import { FakeClock, FakeStorage } from '../../../support/fake-phone.ts'
import { at, meilin } from '../../shared/support/record.ts'
import { screenOf } from '../support/screen-state.ts'

const given = meilin('16T03:40', 5)

/** The family in whose record the dose has this verdict. */
function familyWith(verdict: Verdict, more: Partial<EntryRow> = {}) {
  const check = { now: '', verdict, rules: [], earliestAt: null, ingredients: [] }
  return screenOf([given], '16T06:00', { rows: { [given.id]: { check, ...more } } }).family
}

function phone(storage = new FakeStorage()) {
  const family = observable(screenOf([], '16T06:00').family)
  const news = createVerdictNews(storage, new FakeClock(at('16T06:00')), family)
  return { family, news, storage }
}

describe('news of verdicts', () => {
  it('are told when the guard thinks differently of a dose that nobody has touched', () => {
    const { family, news } = phone()
    family.set(familyWith('allowed'))
    expect(news.get()).toEqual([])
    family.set(familyWith('too_soon'))
    expect(news.get()).toEqual([{ entryId: given.id, was: 'allowed', is: 'too_soon' }])
  })

  it('stay until they are read, also after the app was closed, and are told once', () => {
    const first = phone()
    first.family.set(familyWith('allowed'))
    first.family.set(familyWith('too_soon'))
    const again = phone(first.storage)
    expect(again.news.get()).toHaveLength(1)
    again.family.set(familyWith('too_soon'))
    expect(again.news.get()).toHaveLength(1)
    again.news.seen()
    expect(again.news.get()).toEqual([])
    again.family.set({ ...familyWith('too_soon') })
    expect(again.news.get()).toEqual([])
  })

  it('are none of a dose that was changed itself, nor of one that is new here', () => {
    const { family, news } = phone()
    family.set(familyWith('too_soon'))
    family.set(familyWith('allowed', { revision: 2 }))
    expect(news.get()).toEqual([])
  })

  it('are over when the guard comes back to what it had thought', () => {
    const { family, news } = phone()
    family.set(familyWith('allowed'))
    family.set(familyWith('too_soon'))
    family.set(familyWith('allowed'))
    expect(news.get()).toEqual([])
  })
})
