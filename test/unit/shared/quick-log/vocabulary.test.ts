import { INGREDIENTS } from '../../../../shared/dosing/ingredients.ts'
import { COMPLAINTS, BODY_PARTS, PART_STATES, SYNONYMS } from '../../../../shared/symptoms/synonyms.ts'
import { SYMPTOM_CODES, SYMPTOMS } from '../../../../shared/symptoms/vocabulary.ts'
import { parse } from './cases.ts'

const symptomsIn = (text: string): readonly string[] =>
  parse(text).drafts.map((draft) =>
    draft.kind === 'symptom' ? `${draft.present ? '' : 'no '}${draft.code}` : draft.kind,
  )

describe('the words of the quick log', () => {
  it.each(SYMPTOMS.map(({ code, zh, en }) => [code, zh, en] as const))('know %s by its names', (code, zh, en) => {
    expect(symptomsIn(zh)).toEqual([code])
    expect(symptomsIn(en)).toEqual([code])
  })

  it.each(SYMPTOM_CODES)('know every synonym of %s', (code) => {
    const { present, absent } = SYNONYMS[code]
    for (const word of present.split('|')) expect([word, symptomsIn(word)]).toEqual([word, [code]])
    for (const word of absent?.split('|') ?? []) expect([word, symptomsIn(word)]).toEqual([word, [`no ${code}`]])
  })

  it.each(COMPLAINTS.map((one) => [one.part, one.state, one] as const))('put %s and %s together', (_, __, one) => {
    const [part, state] = [BODY_PARTS[one.part].split('|')[0]!, PART_STATES[one.state].split('|')[0]!]
    expect(symptomsIn(`${part}${state}`)).toEqual([`${one.present ? '' : 'no '}${one.code}`])
    const denied = one.denied ?? { code: one.code, present: !one.present }
    expect(symptomsIn(`${part}不${state}`)).toEqual([`${denied.present ? '' : 'no '}${denied.code}`])
  })

  it.each(INGREDIENTS.flatMap(({ code, zh, en }) => [[zh, code] as const, [en, code] as const]))(
    'know %s',
    (name, code) => {
      const known = code === 'paracetamol' || code === 'ibuprofen' ? { ingredient: code } : { product: name }
      expect(parse(`${name} 5ml`).drafts).toEqual([{ kind: 'dose', at: '2026-01-16T03:10', ...known, ml: 5 }])
    },
  )
})

describe('names', () => {
  it('of this child are words around the facts', () => {
    expect(parse('乐乐38.5', undefined, ['乐乐'])).toMatchObject({ drafts: [{ celsius: 38.5 }], unread: [] })
    expect(parse('Emma 38.5', undefined, ['Emma'])).toMatchObject({ drafts: [{ celsius: 38.5 }], unread: [] })
  })

  it('of anybody else stay unread, and so does one that only begins like the child’s', () => {
    expect(parse('点点38.5', undefined, ['乐乐'])).toMatchObject({ drafts: [{ celsius: 38.5 }], unread: ['点点'] })
    expect(parse('Emma 38.5', undefined, ['Em', ''])).toMatchObject({ unread: ['Emma'] })
  })

  it('may be made of words that mean something else', () => {
    expect(parse('冷冷 38.5', undefined, ['冷冷'])).toMatchObject({ drafts: [{ celsius: 38.5 }], unread: [] })
  })
})

describe('spelling', () => {
  it.each(['２：３０　３８．９　美林５ｍｌ', '2:30\t38.9\u00a0美林5ML', '2∶30 38.9 美林5㎖'.replace('∶', ':')])(
    '%s',
    (text) => {
      expect(parse(text).drafts).toEqual([
        { kind: 'temperature', at: '2026-01-16T02:30', celsius: 38.9 },
        { kind: 'dose', at: '2026-01-16T02:30', ingredient: 'ibuprofen', ml: 5 },
      ])
    },
  )

  it('reads traditional characters', () => {
    expect(parse('兩點半 體溫38.9 餵了美林5毫升 沒吐').drafts).toMatchObject([
      { at: '2026-01-16T02:30', celsius: 38.9 },
      { ingredient: 'ibuprofen', ml: 5 },
      { code: 'vomiting', present: false },
    ])
  })

  it.each(['\n', '\r\n', '\r', '\u2028'])('ends a line at any line end', (end) => {
    expect(parse(`耳温${end}22:10 38.9${end}23:40 37.8`).drafts).toMatchObject([
      { site: 'tympanic', celsius: 38.9 },
      { site: 'tympanic', celsius: 37.8 },
    ])
  })

  it('keeps letters that have no single small form', () => {
    expect(parse('İ 38.9')).toMatchObject({ drafts: [{ celsius: 38.9 }], unread: ['İ'] })
  })

  it('says nothing about nothing', () => {
    expect(parse(' \u3000 ')).toEqual({ drafts: [], issues: [], unread: [] })
  })
})
