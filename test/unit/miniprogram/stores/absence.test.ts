import { createAbsenceStore } from '../../../../miniprogram/stores/absence.store.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { FakeClock, FakeStorage } from '../../../support/fake-phone.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)

function phone() {
  const clock = new FakeClock(START)
  const storage = new FakeStorage()
  const store = createAbsenceStore(storage, clock)
  store.came()
  return { clock, storage, store }
}

describe('an absence', () => {
  it('is told from twenty minutes on, with its beginning and its end', async () => {
    const { clock, store } = phone()
    store.went()
    await clock.pass(20 * MINUTE - 1)
    store.came()
    expect(store.get()).toBeNull()
    store.went()
    await clock.pass(3 * HOUR)
    store.came()
    expect(store.get()).toEqual({ from: START + 20 * MINUTE - 1, to: START + 3 * HOUR + 20 * MINUTE - 1 })
  })

  it('is none at the first start, nor after more than a day', async () => {
    const { clock, store } = phone()
    expect(store.get()).toBeNull()
    store.went()
    await clock.pass(25 * HOUR)
    store.came()
    expect(store.get()).toBeNull()
  })

  it('survives the app, and begins when that was last open', async () => {
    const { clock, storage } = phone()
    await clock.pass(40 * MINUTE)
    // The app is killed without a word.
    clock.forget()
    await clock.pass(30 * MINUTE)
    const next = createAbsenceStore(storage, clock)
    next.came()
    expect(next.get()).toEqual({ from: START + 40 * MINUTE, to: START + 70 * MINUTE })
  })

  it('is over once it has been read', async () => {
    const { clock, store } = phone()
    store.went()
    await clock.pass(HOUR)
    store.came()
    store.dismiss()
    expect(store.get()).toBeNull()
  })

  it('needs no storage to go on', async () => {
    const { clock, storage, store } = phone()
    storage.isFull = true
    store.went()
    await clock.pass(HOUR)
    expect(() => store.came()).not.toThrow()
  })
})
