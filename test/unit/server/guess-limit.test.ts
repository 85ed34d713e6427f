import { GuessLimit } from '../../../server/access/guess-limit.service.ts'
import { MINUTE, instant, shift } from '../../../shared/time/instant.ts'

function limitAt(start = instant(0)) {
  let now = start
  const limit = new GuessLimit({ now: () => now })
  const may = (accountId: string | null, address = 'a'): boolean => {
    try {
      limit.take({ accountId, address })
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_requests' })
      return false
    }
  }
  return { limit, may, wait: (ms: number) => (now = shift(now, ms)) }
}

const times = (count: number, act: () => boolean): number => Array.from({ length: count }, act).filter(Boolean).length

describe('wrong guesses', () => {
  it('are ten for an account, wherever it comes from', () => {
    const { may } = limitAt()
    let address = 0
    expect(times(20, () => may('one', `address ${address++}`))).toBe(10)
    expect(may('another')).toBe(true)
  })

  it('are thirty for an address, whoever comes from it', () => {
    const { may } = limitAt()
    let account = 0
    expect(times(50, () => may(`account ${account++}`))).toBe(30)
    expect(may(null)).toBe(false)
    expect(may(null, 'b')).toBe(true)
  })

  it('are forgotten ten minutes after the first', () => {
    const { may, wait } = limitAt()
    times(40, () => may(null))
    wait(10 * MINUTE - 1)
    expect(may(null)).toBe(false)
    wait(1)
    expect(times(40, () => may(null))).toBe(30)
  })
})

describe('a guess that was right', () => {
  it('is given back', () => {
    const { limit, may } = limitAt()
    for (let count = 0; count < 100; count++) limit.take({ accountId: 'one', address: 'a' })()
    expect(times(20, () => may('one'))).toBe(10)
  })

  it('counts while it is looked at: many at once get no further', () => {
    const { limit, may } = limitAt()
    const giveBack = Array.from({ length: 10 }, () => limit.take({ accountId: 'one', address: 'a' }))
    expect(may('one')).toBe(false)
    for (const give of giveBack) give()
    expect(may('one')).toBe(true)
  })
})

describe('its memory', () => {
  it('stays bounded, whoever comes', () => {
    const { limit, may } = limitAt()
    let address = 0
    expect(times(120_000, () => may(null, `address ${address++}`))).toBe(120_000)
    const { counts } = limit as unknown as { counts: Map<string, unknown> }
    expect(counts.size).toBeLessThanOrEqual(50_000)
  })
})
