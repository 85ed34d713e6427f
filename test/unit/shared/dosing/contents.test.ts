import { indexProducts, ingredientsOf, type Given } from '../../../../shared/dosing/contents.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { micrograms, microlitres, milliPieces } from '../../../../shared/units/medicine.ts'
import { COLD_REMEDY, dose, MEILIN } from '../support/record.ts'

const unread: Product = { ...MEILIN, id: 'unread', ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }] }
const nameless: Product = { ...MEILIN, id: 'nameless', ingredients: [] }
const foreign: Product = { ...MEILIN, id: 'foreign', ingredients: [{ code: 'xylitol', perMl: null, perPiece: null }] }
const products = indexProducts([MEILIN, COLD_REMEDY, unread, nameless, foreign])

const contents = (given: Partial<Given>) => ingredientsOf(dose(0, given), products)

describe('what a dose held', () => {
  it.each<[string, Partial<Given>, [string, number | null][], string]>([
    ['mL of a liquid', { productId: 'meilin', volume: microlitres(5) }, [['ibuprofen', 100_000]], 'yes'],
    ['part of a mL', { productId: 'meilin', volume: microlitres(1.25) }, [['ibuprofen', 25_000]], 'yes'],
    [
      'mg of a product of one ingredient',
      { productId: 'meilin', mass: micrograms(90) },
      [['ibuprofen', 90_000]],
      'yes',
    ],
    ['pieces of a liquid', { productId: 'meilin', pieces: milliPieces(1) }, [['ibuprofen', null]], 'yes'],
    ['no amount', { productId: 'meilin' }, [['ibuprofen', null]], 'yes'],
    [
      'half a sachet of a compound',
      { productId: 'huangnamin', pieces: milliPieces(0.5) },
      [
        ['paracetamol', 62_500],
        ['chlorphenamine', 250],
      ],
      'yes',
    ],
    [
      'mg of a compound, which name no ingredient',
      { productId: 'huangnamin', mass: micrograms(125) },
      [
        ['paracetamol', null],
        ['chlorphenamine', null],
      ],
      'yes',
    ],
    [
      'mL of a sachet',
      { productId: 'huangnamin', volume: microlitres(5) },
      [
        ['paracetamol', null],
        ['chlorphenamine', null],
      ],
      'yes',
    ],
    ['a strength nobody read', { productId: 'unread', volume: microlitres(5) }, [['ibuprofen', null]], 'yes'],
    ['an ingredient with mg', { ingredient: 'paracetamol', mass: micrograms(180) }, [['paracetamol', 180_000]], 'yes'],
    [
      'an ingredient with mL but no strength',
      { ingredient: 'paracetamol', volume: microlitres(5) },
      [['paracetamol', null]],
      'yes',
    ],
    ['an ingredient that lowers no fever', { ingredient: 'amoxicillin' }, [['amoxicillin', null]], 'no'],
    ['the same, said to', { ingredient: 'amoxicillin', antipyretic: 'yes' }, [['amoxicillin', null]], 'yes'],
    ['ibuprofen, said not to', { ingredient: 'ibuprofen', antipyretic: 'no' }, [['ibuprofen', null]], 'yes'],
    ['a free name said to lower fever', { medicine: '退热栓', antipyretic: 'yes' }, [], 'yes'],
    ['a free name said not to', { medicine: '阿莫西林', antipyretic: 'no' }, [], 'no'],
    ['a free name and no word', { medicine: '退热栓' }, [], 'unknown'],
    ['a product with no ingredients', { productId: 'nameless', volume: microlitres(5) }, [], 'unknown'],
    ['an ingredient no one knows', { productId: 'foreign' }, [['xylitol', null]], 'unknown'],
    ['the same, said not to', { productId: 'foreign', antipyretic: 'no' }, [['xylitol', null]], 'no'],
    [
      'a product that is gone',
      { productId: 'gone', ingredient: 'ibuprofen', mass: micrograms(1) },
      [['ibuprofen', 1000]],
      'yes',
    ],
    ['a product that is gone and nothing else', { productId: 'gone' }, [], 'unknown'],
  ])('%s', (_, given, ingredients, antipyretic) => {
    const found = contents(given)
    expect(found.ingredients.map(({ ingredient, mass }) => [ingredient, mass])).toEqual(ingredients)
    expect(found.antipyretic).toBe(antipyretic)
  })
})
