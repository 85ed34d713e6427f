import type { Source } from '../evidence/source.ts'
import type { Product, ProductForm } from '../record/product.ts'
import { micrograms, type Microgram } from '../units/medicine.ts'
import { toKg, type Grams } from '../units/weight.ts'
import { BANS } from './bans.ts'
import { INGREDIENTS } from './ingredients.ts'

interface KnownIngredient {
  readonly code: string
  /** In a millilitre or in a piece; null where no source tells. */
  readonly perMl: Microgram | null
  readonly perPiece: Microgram | null
}

/** What a label gives for a body weight: millilitres of a liquid, or pieces. Both ends included; between two rows a label is silent. */
export interface LabelDose {
  readonly fromKg: number
  readonly upToKg: number
  readonly least: number
  readonly most: number
}

/** A product as its leaflet has it. It helps to fill in a label; it never stands for one that was not read. */
export interface KnownProduct extends Source {
  /** Names it goes by; several products share a brand, and then the name alone tells none of them. */
  readonly names: readonly string[]
  readonly form: ProductForm
  readonly ingredients: readonly KnownIngredient[]
  readonly minAgeMonths: number | null
  readonly maxDosesPerDay: number | null
  readonly maxDays: number | null
  readonly labelDoses: readonly LabelDose[]
}

const perMl = (code: string, mg: number): KnownIngredient => ({ code, perMl: micrograms(mg), perPiece: null })
const perPiece = (code: string, mg: number | null): KnownIngredient => ({
  code,
  perMl: null,
  perPiece: mg === null ? null : micrograms(mg),
})
const row = (fromKg: number, upToKg: number, least: number, most = least): LabelDose => ({
  fromKg,
  upToKg,
  least,
  most,
})

/** Drops and suspension of one brand differ by 3.1 and 2 times: a volume belongs to a concentration, never to a name. */
export const KNOWN_PRODUCTS: readonly KnownProduct[] = [
  {
    names: ['泰诺林', '对乙酰氨基酚混悬滴剂'],
    form: 'drops',
    ingredients: [perMl('paracetamol', 100)],
    minAgeMonths: null,
    maxDosesPerDay: 4,
    maxDays: null,
    labelDoses: [row(10, 15, 1, 1.5), row(16, 21, 1.5, 2), row(22, 27, 2, 3), row(28, 32, 3, 3.5)],
    source: '15 ml:1.5 g leaflet, web copy (39.net)',
    mark: 'secondary',
  },
  {
    names: ['百服宁', '泰诺林', '对乙酰氨基酚口服溶液', '对乙酰氨基酚混悬液'],
    form: 'liquid',
    ingredients: [perMl('paracetamol', 32)],
    minAgeMonths: null,
    maxDosesPerDay: 4,
    maxDays: 3,
    labelDoses: [row(12, 14, 3), row(16, 20, 5), row(22, 26, 8), row(28, 32, 10)],
    source: '3.2 % leaflet (xywy d2515)',
    mark: 'found',
  },
  {
    names: ['美林', '布洛芬混悬滴剂'],
    form: 'drops',
    ingredients: [perMl('ibuprofen', 40)],
    minAgeMonths: 6,
    maxDosesPerDay: null,
    maxDays: null,
    labelDoses: [row(5.5, 8, 1.25), row(8.1, 12, 1.875)],
    source: '15 ml:0.6 g leaflet, web copy; millilitres from the dropper',
    mark: 'secondary',
  },
  {
    names: ['美林', '布洛芬混悬液'],
    form: 'liquid',
    ingredients: [perMl('ibuprofen', 20)],
    minAgeMonths: 12,
    maxDosesPerDay: 4,
    maxDays: null,
    labelDoses: [row(10, 15, 4), row(16, 21, 5), row(22, 27, 8), row(28, 32, 10)],
    source: '100 ml:2 g leaflet, web copy',
    mark: 'secondary',
  },
  {
    names: ['复方小儿退热栓'],
    form: 'suppository',
    ingredients: [perPiece('paracetamol', 150), perPiece('artificial_bezoar', 5)],
    minAgeMonths: 12,
    // 1 a day up to three years, 2 from then: the fewer holds for a label that names no age.
    maxDosesPerDay: 1,
    maxDays: 3,
    labelDoses: [],
    source: '国药准字 Z44023358 (jxt.com.cn)',
    mark: 'found',
  },
  {
    names: ['小儿氨酚黄那敏颗粒', '氨酚黄那敏'],
    form: 'sachet',
    ingredients: [perPiece('paracetamol', 125), perPiece('chlorphenamine', 0.5), perPiece('artificial_bezoar', 5)],
    minAgeMonths: null,
    maxDosesPerDay: 3,
    maxDays: null,
    labelDoses: [row(10, 15, 0.5, 1), row(16, 21, 1, 1.5), row(22, 27, 1.5, 2), row(28, 32, 2, 2.5)],
    source: 'leaflet of 小儿氨酚黄那敏颗粒',
    mark: 'found',
  },
  {
    names: ['小儿氨酚烷胺颗粒', '氨酚烷胺'],
    form: 'sachet',
    ingredients: [perPiece('paracetamol', 100), perPiece('amantadine', null)],
    minAgeMonths: null,
    maxDosesPerDay: null,
    maxDays: null,
    labelDoses: [],
    source: 'leaflet of 小儿氨酚烷胺颗粒',
    mark: 'background',
  },
]

/** Parts of names that say more than they seem to. */
interface NameHint extends Source {
  readonly part: string
  readonly ingredient: string
}

const METAMIZOLE = { ingredient: 'metamizole', source: '国家药监局 公告 2020-03-17', mark: 'found' } as const
const ASK = { ingredient: 'paracetamol', source: 'Shouwen', mark: 'judgement' } as const

/** Old medicines that still lie in drawers under a name that does not tell what is in them. */
export const BANNED_NAMES: readonly NameHint[] = [
  { part: '小儿解热栓', ...METAMIZOLE },
  { part: '重感灵', ...METAMIZOLE },
]

/** Names of cold remedies that often hold paracetamol: the family is asked "是否含对乙酰氨基酚". */
export const ASKING_NAMES: readonly NameHint[] = [
  { part: '氨酚', ...ASK },
  { part: '酚麻', ...ASK },
  { part: '美息', ...ASK },
  { part: '感冒灵', ...ASK },
]

/** Banned ingredients that a free name gives away (安乃近片, 小儿解热栓); none for any other name. */
export function ingredientsInName(name: string | null): readonly string[] {
  if (name === null) return []
  const banned = INGREDIENTS.filter(({ code }) => BANS.some(({ ingredient }) => ingredient === code))
  const parts = [...banned.map(({ code, zh }) => ({ part: zh, ingredient: code })), ...BANNED_NAMES]
  return [...new Set(parts.filter(({ part }) => name.includes(part)).map(({ ingredient }) => ingredient))]
}

/** Whether a name makes one ask what is in it. */
export const asksForContents = (name: string): boolean => ASKING_NAMES.some(({ part }) => name.includes(part))

/** The products a name may mean, all of them: with more than one the label decides, which a person reads. */
export const productsNamed = (name: string): readonly KnownProduct[] =>
  KNOWN_PRODUCTS.filter(({ names }) => names.some((known) => name.includes(known)))

/**
 * What the leaflet gives for a weight, for a product of the cabinet whose strength somebody has read. It goes by the
 * strength, never by the name: without one there is no amount.
 */
export function labelDoseFor(product: Product, weight: Grams): LabelDose | null {
  const known = KNOWN_PRODUCTS.find((one) => hasStrengthOf(product, one))
  const kg = toKg(weight)
  return known?.labelDoses.find(({ fromKg, upToKg }) => kg >= fromKg && kg <= upToKg) ?? null
}

function hasStrengthOf(product: Product, known: KnownProduct): boolean {
  if (product.ingredients.length !== known.ingredients.length) return false
  return known.ingredients.every(({ code, perMl: ml, perPiece: piece }) => {
    const part = product.ingredients.find((one) => one.code === code)
    if (!part || (ml === null && piece === null)) return false
    return part.perMl === ml && part.perPiece === piece
  })
}
