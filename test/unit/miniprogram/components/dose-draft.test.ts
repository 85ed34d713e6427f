import {
  amountOf,
  doseContent,
  givenOf,
  questionOf,
  stepped,
  typedAfter,
  unitOf,
  type DoseDraft,
} from '../../../../miniprogram/components/dose-sheet/dose-draft.ts'
import { NOW } from '../../../../miniprogram/views/time-choice.ts'

const AT = '2026-01-16T03:10:00+08:00'
const draft: DoseDraft = {
  productId: 'meilin',
  isChosen: true,
  name: '',
  antipyretic: 'unknown',
  amount: 5000,
  typed: null,
  outcome: null,
  time: NOW,
}
const other = { ...draft, productId: null, name: ' 阿莫西林 ', antipyretic: 'no' } as const
const typed = (keys: readonly string[]) => keys.reduce(typedAfter, '')

describe('the amount of a dose', () => {
  it('goes in steps of its form, and begins with a whole one', () => {
    expect(stepped(null, 1, 'liquid')).toBe(1000)
    expect(stepped(5000, 1, 'liquid')).toBe(5500)
    expect(stepped(null, 1, 'drops')).toBe(100)
    expect(stepped(1000, -1, 'drops')).toBe(900)
    expect(stepped(1000, -1, 'suppository')).toBe(500)
  })

  it('never becomes nothing or absurd by steps', () => {
    expect(stepped(500, -1, 'liquid')).toBe(500)
    expect(stepped(100, -1, 'drops')).toBe(100)
    expect(stepped(999_000, 1, 'liquid')).toBe(999_000)
  })

  it('does not drift, however many steps', () => {
    let amount: number | null = 100
    for (let step = 0; step < 9; step += 1) amount = stepped(amount, 1, 'drops')
    expect(amount).toBe(1000)
  })

  it('is counted in millilitres or in pieces', () => {
    expect(unitOf('liquid')).toBe('ml')
    expect(unitOf('drops')).toBe('ml')
    for (const form of ['sachet', 'tablet', 'capsule', 'suppository', 'other'] as const)
      expect(unitOf(form)).toBe('count')
  })
})

describe('an amount that is typed', () => {
  it('takes one point, after a digit', () => {
    expect(typed(['.', '3', '.', '2', '.', '5'])).toBe('3.25')
  })

  it('takes at most three digits on either side', () => {
    expect(typed(['1', '2', '3', '4'])).toBe('123')
    expect(typed(['1', '.', '1', '2', '3', '4'])).toBe('1.123')
  })

  it('is in thousandths, and none while it is nothing yet', () => {
    expect(amountOf('3.25')).toBe(3250)
    expect(amountOf('2.')).toBe(2000)
    for (const nothing of ['', '0', '0.', '0.000']) expect(amountOf(nothing)).toBeNull()
  })

  it('goes back digit by digit', () => {
    expect(typed(['3', '.', '2', 'backspace', 'backspace'])).toBe('3')
  })
})

describe('the entry of a dose', () => {
  it('names the product, and the amount in its own unit', () => {
    expect(doseContent(draft, 'liquid', AT)).toEqual({ kind: 'dose', at: AT, productId: 'meilin', ml: 5 })
    expect(doseContent({ ...draft, amount: 500 }, 'sachet', AT)).toMatchObject({ count: 0.5 })
  })

  it('has no amount where nobody remembers it', () => {
    expect(doseContent({ ...draft, amount: null }, 'liquid', AT)).toEqual({ kind: 'dose', at: AT, productId: 'meilin' })
  })

  it('names a medicine that is not in the cabinet, and whether it lowers fever', () => {
    expect(doseContent(other, 'liquid', AT)).toEqual({
      kind: 'dose',
      at: AT,
      medicine: '阿莫西林',
      antipyretic: 'no',
      ml: 5,
    })
  })

  it('keeps that it came up again', () => {
    expect(doseContent({ ...draft, outcome: 'vomited' }, 'liquid', AT)).toMatchObject({ outcome: 'vomited' })
  })
})

describe('what the guard is asked', () => {
  it('is the product with its amount', () => {
    expect(questionOf(draft, 'liquid')).toEqual({ productId: 'meilin', ml: 5 })
  })

  it('is nothing of a medicine that has a name only; this phone alone can say what it does not know', () => {
    expect(questionOf(other, 'liquid')).toBeNull()
    expect(givenOf(other, 'liquid')).toMatchObject({ medicine: ' 阿莫西林 ', antipyretic: 'no' })
  })

  it('is nothing before a medicine is chosen', () => {
    expect(givenOf({ ...draft, isChosen: false }, 'liquid')).toBeNull()
  })
})
