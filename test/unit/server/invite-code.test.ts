import { makeCode, readCode, shown } from '../../../server/invites/invite-code.ts'

describe('a code that was made', () => {
  const codes = Array.from({ length: 2_000 }, makeCode)

  it('has eight characters that nobody takes for others', () => {
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
    expect(new Set(codes.join('')).size).toBe(30)
  })

  it('is unlike every other', () => {
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is read again from what people see', () => {
    for (const code of codes.slice(0, 100)) expect(readCode(shown(code))).toBe(code)
  })
})

describe('what somebody types', () => {
  it.each([
    ['K7QM-4XPA'],
    ['k7qm4xpa'],
    [' K7QM 4XPA '],
    ['k7qm—4xpa'],
    ['Ｋ７ＱＭ－４ＸＰＡ'],
    ['K7 QM 4X PA'],
    ['k7qm\u00a04xpa\n'],
  ])('is read whatever the case, the width and the gaps: %p', (typed) => {
    expect(readCode(typed)).toBe('K7QM4XPA')
  })

  it.each([
    [''],
    ['K7QM-4XP'],
    ['K7QM-4XPAA'],
    ['K0QM-4XPA'],
    ['KIQM-4XPA'],
    ['K7QM-4XP！'],
    ['乐乐的邀请码是啥'],
    ['K7QM_4XPA'],
  ])('that is no code is none: %p', (typed) => {
    expect(readCode(typed)).toBeNull()
  })
})
