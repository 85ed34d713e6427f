import type { Product } from '../../shared/record/product.ts'
import { toMg } from '../../shared/units/medicine.ts'
import type { Language } from '../../shared/words/language.ts'
import { ingredientName, pieceName } from '../../shared/words/medicine.ts'
import type { Texts } from '../texts/texts.ts'

/** `布洛芬 20 mg/mL`: how much of each ingredient is in a product, as its label says. */
export function strengthsOf({ ingredients, form }: Product, language: Language, { family }: Texts): readonly string[] {
  return ingredients.map(({ code, perMl, perPiece }) => {
    const name = ingredientName(code, language)
    if (perMl !== null) return family.perMl(name, String(toMg(perMl)))
    if (perPiece === null) return family.strengthUnknown(name)
    return family.perPiece(name, String(toMg(perPiece)), pieceName(form, language))
  })
}
