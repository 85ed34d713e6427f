import { findDuplicates } from '../../../../shared/analysis/duplicates.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { microlitres } from '../../../../shared/units/medicine.ts'
import { COLD_REMEDY, dose, ibuprofen, MEILIN, meilin, paracetamol, temperature as t } from '../support/record.ts'

const pairs = (...list: Entry[]) =>
  findDuplicates(list, [MEILIN, COLD_REMEDY]).map(({ kind, entryIds }) => [kind, ...entryIds])

describe('a reading that may be logged twice', () => {
  it.each([
    ['15T02:03:00', 38.5, true],
    ['15T02:03:01', 38.5, false],
    ['15T02:00:00', 38.54, true],
    ['15T02:01:00', 38.6, false],
  ])('after 38.5 at 02:00, at %s with %s: %s', (when, celsius, expected) => {
    expect(pairs(t('15T02:00:00', 38.5, 'axillary', 'a'), t(when, celsius, 'axillary', 'b'))).toEqual(
      expected ? [['temperature', 'a', 'b']] : [],
    )
  })

  it('is the same value, whatever the site and whatever lies between', () => {
    expect(
      pairs(
        t('15T02:02:00', 38.5, 'rectal', 'c'),
        t('15T02:01:00', 38.6, 'axillary', 'b'),
        t('15T02:00:00', 38.5, 'axillary', 'a'),
      ),
    ).toEqual([['temperature', 'a', 'c']])
  })

  it('is told with the one before it', () => {
    const three = ['15T02:00:00', '15T02:01:00', '15T02:02:00'].map((when, index) =>
      t(when, 38.5, 'axillary', String(index)),
    )
    expect(pairs(...three)).toEqual([
      ['temperature', '0', '1'],
      ['temperature', '1', '2'],
    ])
  })
})

describe('a dose that may be logged twice', () => {
  const first = ibuprofen('15T02:00:00', 'a')

  it.each<[string, Entry, boolean]>([
    ['the same 30 min later', ibuprofen('15T02:30:00', 'b'), true],
    ['the same 30 min 1 s later', ibuprofen('15T02:30:01', 'b'), false],
    ['another amount', ibuprofen('15T02:10:00', 'b', 60), true],
    ['a product that holds it', { ...meilin('15T02:10:00', 5), id: 'b' }, true],
    ['another ingredient', paracetamol('15T02:10:00', 'b'), false],
    ['a free name', dose('15T02:10:00', { medicine: '美林' }, 'b'), false],
  ])('%s', (_, second, expected) => {
    expect(pairs(first, second)).toEqual(expected ? [['dose', 'a', 'b']] : [])
  })

  it('of a compound is told once, with the last that shares an ingredient', () => {
    const sachet = (when: string, id: string) => dose(when, { productId: 'huangnamin' }, id)
    expect(pairs(sachet('15T02:00:00', 'a'), paracetamol('15T02:05:00', 'b'), sachet('15T02:10:00', 'c'))).toEqual([
      ['dose', 'a', 'b'],
      ['dose', 'b', 'c'],
    ])
  })

  it('of unknown ingredients is the same name or product', () => {
    const free = (when: string, medicine: string, id: string) => dose(when, { medicine, volume: microlitres(5) }, id)
    expect(
      pairs(
        free('15T02:00:00', '阿莫西林', 'a'),
        free('15T02:05:00', '阿莫西林', 'b'),
        free('15T02:06:00', '头孢', 'c'),
      ),
    ).toEqual([['dose', 'a', 'b']])
    const gone = (when: string, id: string) => dose(when, { productId: 'gone' }, id)
    expect(pairs(gone('15T02:00:00', 'a'), gone('15T02:05:00', 'b'), dose('15T02:06:00', {}, 'c'))).toEqual([
      ['dose', 'a', 'b'],
    ])
  })
})
