import type { DoseEntry } from '../record/entry.ts'
import type { Product, ProductForm } from '../record/product.ts'
import { ingredientOf } from '../dosing/ingredients.ts'
import { toCount, toMg, toMl } from '../units/medicine.ts'
import type { Language, Text } from './language.ts'

const FORM_NAMES: Readonly<Record<ProductForm, Text>> = {
  liquid: { zh: '口服液 / 混悬液', en: 'liquid or suspension' },
  drops: { zh: '滴剂', en: 'drops' },
  sachet: { zh: '颗粒（袋）', en: 'sachet' },
  tablet: { zh: '片', en: 'tablet' },
  capsule: { zh: '胶囊', en: 'capsule' },
  suppository: { zh: '栓', en: 'suppository' },
  other: { zh: '其他', en: 'other' },
}

/** `滴剂`: the name of a product's form. */
export const formName = (form: ProductForm, language: Language): string => FORM_NAMES[form][language]

interface Piece {
  readonly zh: string
  readonly one: string
  readonly many: string
}

const PIECE: Piece = { zh: '份', one: 'piece', many: 'pieces' }
const PIECES: Readonly<Record<ProductForm, Piece>> = {
  liquid: PIECE,
  drops: PIECE,
  sachet: { zh: '袋', one: 'sachet', many: 'sachets' },
  tablet: { zh: '片', one: 'tablet', many: 'tablets' },
  capsule: { zh: '粒', one: 'capsule', many: 'capsules' },
  suppository: { zh: '粒', one: 'suppository', many: 'suppositories' },
  other: PIECE,
}

/** `袋`: what one piece of a form is counted in. */
export const pieceName = (form: ProductForm, language: Language): string =>
  language === 'zh' ? PIECES[form].zh : PIECES[form].one

/** `对乙酰氨基酚`; the code itself where the table does not have it. */
export const ingredientName = (code: string, language: Language): string => ingredientOf(code)?.[language] ?? code

/** `美林`: what a family calls a product: the first word of a Chinese label, else the whole name. */
export function productName(name: string): string {
  const first = name.trim().split(/\s+/)[0]!
  return /[\u4e00-\u9fff]/.test(first) ? first : name.trim()
}

/** `美林` of a label or a free name, `布洛芬` of an ingredient's code: a medicine as somebody spoke of it. */
export const spokenMedicine = (text: string, language: Language): string =>
  ingredientOf(text) ? ingredientName(text, language) : productName(text)

type Named = Pick<DoseEntry, 'productId' | 'ingredient' | 'medicine'>

/** `美林`: the name of what was given, as the family knows it. */
export function medicineName(dose: Named, products: readonly Product[], language: Language): string {
  const product = products.find((one) => one.id === dose.productId)
  if (product) return productName(product.name)
  if (dose.medicine !== null) return dose.medicine
  if (dose.ingredient !== null) return ingredientName(dose.ingredient, language)
  return language === 'zh' ? '药' : 'a medicine'
}

type Measured = Pick<DoseEntry, 'productId' | 'volume' | 'pieces' | 'mass'>

/** `5 mL`, `1 袋`, `100 mg`: the amount of a dose as it was written down; null when nobody wrote one. */
export function amountText(dose: Measured, products: readonly Product[], language: Language): string | null {
  if (dose.volume !== null) return `${toMl(dose.volume)} mL`
  if (dose.mass !== null) return `${toMg(dose.mass)} mg`
  if (dose.pieces === null) return null
  const count = toCount(dose.pieces)
  const piece = PIECES[products.find((one) => one.id === dose.productId)?.form ?? 'other']
  return language === 'zh' ? `${count} ${piece.zh}` : `${count} ${count > 1 ? piece.many : piece.one}`
}

/** `美林 5 mL`: name and amount. */
export function doseText(dose: Named & Measured, products: readonly Product[], language: Language): string {
  const amount = amountText(dose, products, language)
  const name = medicineName(dose, products, language)
  return amount === null ? name : `${name} ${amount}`
}
