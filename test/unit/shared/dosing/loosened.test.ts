import { checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import { withLoosening } from '../../../../shared/dosing/loosened.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { checkSentence } from '../../../../shared/words/verdict.ts'
import { server } from '../support/guard.ts'
import { at, ibuprofen, recordOf, shanghai, type When } from '../support/record.ts'

const checked = (...list: Entry[]) => doseCheckToJson(checkRecordedDose(recordOf(list), 'b', server)!, shanghai)
const remarks = (check: ReturnType<typeof checked>) =>
  check.ingredients[0]!.evidence.filter(({ reason }) => reason === 'loosened_by_edit')

const b = ibuprofen(4, 'b')
const tooSoon = checked(ibuprofen(0, 'a'), b)
const alone = checked(b)
const by = (when: When) => ({ entryId: 'a', at: at(when) })

describe('a verdict that an edit made milder', () => {
  it('says what it was before, and because of which entry', () => {
    const after = withLoosening(tooSoon, alone, by(5), shanghai)
    expect(after.verdict).toBe('allowed')
    expect(remarks(after)).toEqual([
      {
        rule: null,
        reason: 'loosened_by_edit',
        entryIds: ['a'],
        values: { was: 'too_soon', at: '2026-01-15T05:00:00+08:00' },
      },
    ])
  })

  it('says nothing where it became stricter, stayed, or is new', () => {
    expect(remarks(withLoosening(alone, tooSoon, by(5), shanghai))).toEqual([])
    expect(remarks(withLoosening(alone, alone, by(5), shanghai))).toEqual([])
    expect(withLoosening(null, alone, by(5), shanghai)).toEqual(alone)
    const other = { ...alone, ingredients: [{ ...alone.ingredients[0]!, ingredient: 'paracetamol' }] }
    expect(withLoosening(tooSoon, other, by(5), shanghai)).toEqual(other)
  })

  it('keeps earlier remarks for 24 hours', () => {
    const first = withLoosening(tooSoon, alone, by(5), shanghai)
    expect(remarks(withLoosening(first, alone, by(28.99), shanghai))).toHaveLength(1)
    expect(remarks(withLoosening(first, alone, by(29), shanghai))).toEqual([])
    expect(remarks(withLoosening(withLoosening(first, tooSoon, by(6), shanghai), alone, by(7), shanghai))).toHaveLength(
      2,
    )
  })

  it('is told in words while fresh', () => {
    const after = withLoosening(tooSoon, alone, by(5), shanghai)
    const say = (when: When, language: 'zh' | 'en') =>
      checkSentence(after, { ...recordOf([b]), now: at(when), zone: shanghai, language })
    expect(say(6, 'zh')).toContain('之前是“还没隔满”，记录改过以后才不是了。')
    expect(say(6, 'en')).toContain('Before the record was changed it said “Too soon”.')
    expect(say(29, 'zh')).not.toContain('之前是')
  })
})
