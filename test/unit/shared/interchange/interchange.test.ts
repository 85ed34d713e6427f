import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readInterchange, READABLE } from '../../../../shared/contract/interchange.ts'
import { interchangeFromRecord, recordFromInterchange } from '../../../../shared/interchange/interchange.ts'
import { recordZone } from '../../../../shared/interchange/record-zone.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { DateText } from '../../../../shared/record/child.ts'
import { entryFromJson } from '../../../../shared/record/entry-json.ts'
import { micrograms, microlitres } from '../../../../shared/units/medicine.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { entries } from '../support/arbitrary.ts'
import { answer, dose, MEILIN, meilin, note, recordOf, symptom, temperature } from '../support/record.ts'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const read = (value: unknown) => readInterchange(json(value))
const findings = (list: readonly { path: string; code: string }[]) => list.map(({ path, code }) => `${code} ${path}`)

/** The example of a record with everything in it, as a file. */
const whole = recordOf([
  temperature(1, 38.94, 'rectal'),
  meilin(2, 5, '妈妈'),
  dose(3, { ingredient: 'paracetamol', mass: micrograms(180.5), outcome: 'vomited', outcomeMinutes: 12 }),
  dose(4, { medicine: '退热栓', antipyretic: 'unknown', volume: microlitres(2) }),
  symptom(5, 'vomiting', false),
  answer(6, 'Q9', 'unknown'),
  note(7, '睡得不安稳'),
])

type Loose = Record<string, unknown>

/** The file of that record with values put at pointers. */
function changed(...changes: [pointer: string, value: unknown][]): unknown {
  const file = json(interchangeFromRecord(whole))
  for (const [pointer, value] of changes) {
    const keys = pointer.split('/').slice(1)
    const last = keys.pop()!
    keys.reduce((part, key) => part[key] as Loose, file as Loose)[last] = value
  }
  return file
}

describe('an interchange file', () => {
  it('reads the demo night without a word', () => {
    const demo = path.resolve(import.meta.dirname, '../../../../server/demo/demo-night.shouwen.json')
    const { file: night, problems, warnings } = readInterchange(JSON.parse(readFileSync(demo, 'utf8')))
    expect([problems, warnings]).toEqual([[], []])
    expect(recordFromInterchange(night!).entries.length).toBeGreaterThan(14)
  })

  it('is lossless', () => {
    expect(recordFromInterchange(read(changed()).file!)).toEqual(whole)
    fc.assert(
      fc.property(entries(100), (list) => {
        const record = recordOf(list)
        const { file: back, problems, warnings } = read(interchangeFromRecord(record))
        expect([problems, warnings]).toEqual([[], []])
        expect(recordFromInterchange(back!)).toEqual(record)
      }),
    )
  })

  it('keeps whether an unlikely weight was said to be right', () => {
    const weights = [true, false].map((confirmed) => ({ on: '2026-01-10' as DateText, weight: grams(28), confirmed }))
    const record = recordOf([], { weights })
    expect(recordFromInterchange(read(interchangeFromRecord(record)).file!)).toEqual(record)
  })

  it('keeps what the family added to an allergy, and the day a bottle was opened', () => {
    const conditions = [{ code: 'other_allergy', present: true, note: '头孢，起过疹子' }]
    const products = whole.products.map((product) => ({ ...product, openedOn: '2026-01-12' as DateText }))
    const record = recordOf([], { conditions, products })
    expect(recordFromInterchange(read(interchangeFromRecord(record)).file!)).toEqual(record)
  })

  it('knows an allergy to any ingredient of the rules, and remarks on a condition no rule knows', () => {
    const conditions = ['naproxen_allergy', 'pollen_allergy'].map((code) => ({ code, present: true }))
    const { warnings } = read({ format: 'shouwen/1', child: { conditions } })
    expect(warnings.map(({ path: place, code }) => [place, code])).toEqual([
      ['/child/conditions/1/code', 'unknown_condition'],
    ])
  })

  it('may leave everything but its format out', () => {
    const nothing = {
      child: { name: null, birthDate: null, sex: null, timeZone: null },
      weights: [],
      conditions: [],
      products: [],
      entries: [],
    }
    expect(recordFromInterchange(read({ format: 'shouwen/1' }).file!)).toEqual(nothing)
    const bare = {
      format: 'shouwen/1',
      child: null,
      products: [{ id: 'p', name: 'P', ingredients: [{ code: 'ibuprofen' }] }],
      entries: null,
    }
    const product = {
      id: 'p',
      name: 'P',
      form: 'other',
      minAgeMonths: null,
      maxDosesPerDay: null,
      ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }],
    }
    const record = recordFromInterchange(read(bare).file!)
    expect(record).toEqual({ ...nothing, products: [product] })
    expect(recordFromInterchange(read(interchangeFromRecord(record)).file!)).toEqual(record)
  })
})

describe('a fault', () => {
  it.each<[string, unknown, string]>([
    ['/format', 'shouwen/2', 'not_one_of'],
    ['/format', undefined, 'missing'],
    ['/child', [], 'wrong_type'],
    ['/child/birthDate', '2022-02-30', 'wrong_format'],
    ['/child/sex', 'm', 'not_one_of'],
    ['/child/timeZone', 'Mars/Base', 'invalid'],
    ['/child/name', '', 'out_of_range'],
    ['/child/weights/0/kg', 0, 'out_of_range'],
    ['/child/weights/0/at', '10.1.2026', 'wrong_format'],
    ['/products/0/ingredients/0/mgPerMl', -20, 'out_of_range'],
    ['/products/1/id', 'meilin', 'duplicate_id'],
    ['/entries', {}, 'wrong_type'],
    ['/entries/0', null, 'wrong_type'],
    ['/entries/0/kind', 'fever', 'not_one_of'],
    ['/entries/0/at', '2026-01-15T22:10:00', 'invalid'],
    ['/entries/0/at', '1999-12-31T00:00:00Z', 'invalid'],
    ['/entries/0/celsius', '38.9', 'wrong_type'],
    ['/entries/0/celsius', 101.3, 'out_of_range'],
    ['/entries/0/celsius', undefined, 'missing'],
    ['/entries/0/site', 'toe', 'not_one_of'],
    ['/entries/0/id', undefined, 'missing'],
    ['/entries/0/id', 'x'.repeat(65), 'out_of_range'],
    ['/entries/0/id', 'n@7', 'duplicate_id'],
    ['/entries/1/productId', 'gone', 'unknown_product'],
    ['/entries/1/productId', undefined, 'missing'],
    ['/entries/1/ml', 0, 'out_of_range'],
    ['/entries/2/ml', 5, 'invalid'],
    ['/entries/2/outcome', 'gone', 'not_one_of'],
    ['/entries/4/code', 'hiccups', 'not_one_of'],
    ['/entries/4/present', 'no', 'wrong_type'],
    ['/entries/5/question', 'Q15', 'not_one_of'],
    ['/entries/5/value', 'maybe', 'not_one_of'],
    ['/entries/6/text', '', 'out_of_range'],
  ])('at %s with %j is named %s', (pointer, value, code) => {
    const found = read(changed([pointer, value]))
    expect(found.file).toBeNull()
    const path = code === 'duplicate_id' && pointer.startsWith('/entries') ? '/entries/6/id' : pointer
    expect(findings(found.problems)).toEqual([`${code} ${path}`])
  })

  it('does not hide the others', () => {
    const faulty = changed(
      ['/entries/0/celsius', 'high'],
      ['/entries/1/productId', 'gone'],
      ['/entries/2/ml', 5],
      ['/entries/2/mood', 'fine'],
      ['/child/sex', 'm'],
    )
    expect(findings(read(faulty).problems)).toEqual([
      'not_one_of /child/sex',
      'wrong_type /entries/0/celsius',
      'invalid /entries/2/ml',
      'unknown_product /entries/1/productId',
    ])
  })

  it('of a whole dose is told beside those of its fields', () => {
    const faulty = changed(['/entries/1/at', 'soon'], ['/entries/1/productId', undefined])
    expect(findings(read(faulty).problems)).toEqual(['invalid /entries/1/at', 'missing /entries/1/productId'])
  })

  it.each([[null], [[]], ['text'], [7]])('is the whole file when it is %j', (value) => {
    expect(findings(readInterchange(value).problems)).toEqual(['wrong_type '])
  })

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readInterchange(value)))
    const part = fc.dictionary(
      fc.constantFrom('id', 'kind', 'productId', 'celsius', 'code', '__proto__', 'x'),
      fc.jsonValue(),
    )
    const almost = fc.record({
      format: fc.constant('shouwen/1'),
      child: fc.option(part),
      products: fc.array(part),
      entries: fc.array(part),
    })
    fc.assert(fc.property(almost, (value) => void readInterchange(json(value))))
  })
})

describe('a remark', () => {
  it('names unknown keys by an escaped pointer and leaves them out', () => {
    const odd = changed(['/a~c', 1], ['/child/mood', 'fine'], ['/products/0/ingredients/0/colour', 'red'])
    const { file: found, warnings } = read(odd)
    expect(findings(warnings)).toEqual([
      'unknown_key /child/mood',
      'unknown_key /products/0/ingredients/0/colour',
      'unknown_key /a~0c',
    ])
    expect(recordFromInterchange(found!)).toEqual(whole)
  })

  it('names what no rule knows and what is cut, and keeps it', () => {
    const odd = changed(
      ['/child/conditions', [{ code: 'hay_fever', present: true }]],
      ['/products/0/form', 'syrup'],
      ['/entries/0/celsius', 37.449],
    )
    const { file: found, warnings } = read(odd)
    expect(findings(warnings)).toEqual([
      'unknown_condition /child/conditions/0/code',
      'unknown_form /products/0/form',
      'cut_to_hundredths /entries/0/celsius',
    ])
    const record = recordFromInterchange(found!)
    expect([record.conditions, record.products[0]!.form, record.entries[0]]).toMatchObject([
      [{ code: 'hay_fever', present: true }],
      'other',
      { temperature: 3744 },
    ])
  })

  it('is not needed for a reader that takes any number', () => {
    expect(readInterchange(changed(['/entries/0/celsius', 101.3]), READABLE).problems).toEqual([])
  })
})

describe('the zone of a record', () => {
  const nowhere: ChildRecord['child'] = { name: null, birthDate: null, sex: null, timeZone: null }
  const name = (record: ChildRecord) => recordZone(record)?.name ?? null
  const abroad = { ...temperature(3, 38.5), offsetMinutes: 60 }

  it.each<[string, ChildRecord, string | null]>([
    ['the child’s', recordOf([abroad]), 'Asia/Shanghai'],
    ['the child’s without entries', recordOf([]), 'Asia/Shanghai'],
    ['that of the first febrile entry', recordOf([abroad, temperature(1, 36.5)], { child: nowhere }), 'UTC+01:00'],
    [
      'that of the first entry',
      recordOf([note(2, 'x'), { ...note(1, 'y'), offsetMinutes: -90 }], { child: nowhere }),
      'UTC-01:30',
    ],
    [
      'the first entry’s for an unknown name',
      recordOf([abroad], { child: { ...nowhere, timeZone: 'Mars/Base' } }),
      'UTC+01:00',
    ],
    ['none', recordOf([], { child: nowhere }), null],
    ['none for an unknown name', recordOf([], { child: { ...nowhere, timeZone: 'Mars/Base' } }), null],
  ])('is %s', (_, record, expected) => {
    expect(name(record)).toBe(expected)
  })
})

describe('an entry in JSON', () => {
  it('needs a stamp', () => {
    expect(() => entryFromJson({ kind: 'note', id: 'x', at: 'now', text: 'y' })).toThrow(RangeError)
    expect(MEILIN.id).toBe('meilin')
  })
})
