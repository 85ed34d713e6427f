import { conditionOf } from '../child/conditions.ts'
import { allergenOf } from '../dosing/allergies.ts'
import { ingredientName } from './medicine.ts'
import type { Language } from './language.ts'

/** `布洛芬过敏`: the name of an allergy or a disease; the code itself when no table has it. */
export function conditionName(code: string, language: Language): string {
  const known = conditionOf(code)
  if (known) return known[language]
  const allergen = allergenOf(code)
  if (allergen === null) return code
  const name = ingredientName(allergen, language)
  return language === 'zh' ? `${name}过敏` : `${name} allergy`
}
