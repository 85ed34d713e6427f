/** An ingredient the rules know by name. Whether it lowers fever decides what counts as an antipyretic dose. */
export interface IngredientTerm {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly antipyretic: boolean
}

// prettier-ignore
const TABLE = [
  { code: 'paracetamol', zh: '对乙酰氨基酚', en: 'paracetamol', antipyretic: true },
  { code: 'ibuprofen', zh: '布洛芬', en: 'ibuprofen', antipyretic: true },
  { code: 'aspirin', zh: '阿司匹林', en: 'aspirin', antipyretic: true },
  { code: 'nimesulide', zh: '尼美舒利', en: 'nimesulide', antipyretic: true },
  { code: 'metamizole', zh: '安乃近', en: 'metamizole', antipyretic: true },
  { code: 'aminophenazone', zh: '氨基比林', en: 'aminophenazone', antipyretic: true },
  { code: 'phenazone', zh: '安替比林', en: 'phenazone', antipyretic: true },
  { code: 'diclofenac', zh: '双氯芬酸', en: 'diclofenac', antipyretic: true },
  { code: 'naproxen', zh: '萘普生', en: 'naproxen', antipyretic: true },
  { code: 'loxoprofen', zh: '洛索洛芬', en: 'loxoprofen', antipyretic: true },
  { code: 'chlorphenamine', zh: '氯苯那敏', en: 'chlorphenamine', antipyretic: false },
  { code: 'artificial_bezoar', zh: '人工牛黄', en: 'artificial bezoar', antipyretic: false },
  { code: 'amantadine', zh: '金刚烷胺', en: 'amantadine', antipyretic: false },
  { code: 'pseudoephedrine', zh: '伪麻黄碱', en: 'pseudoephedrine', antipyretic: false },
  { code: 'dextromethorphan', zh: '右美沙芬', en: 'dextromethorphan', antipyretic: false },
  { code: 'caffeine', zh: '咖啡因', en: 'caffeine', antipyretic: false },
  { code: 'guaifenesin', zh: '愈创甘油醚', en: 'guaifenesin', antipyretic: false },
  { code: 'ambroxol', zh: '氨溴索', en: 'ambroxol', antipyretic: false },
  { code: 'cetirizine', zh: '西替利嗪', en: 'cetirizine', antipyretic: false },
  { code: 'loratadine', zh: '氯雷他定', en: 'loratadine', antipyretic: false },
  { code: 'montelukast', zh: '孟鲁司特', en: 'montelukast', antipyretic: false },
  { code: 'amoxicillin', zh: '阿莫西林', en: 'amoxicillin', antipyretic: false },
  { code: 'azithromycin', zh: '阿奇霉素', en: 'azithromycin', antipyretic: false },
  { code: 'cefaclor', zh: '头孢克洛', en: 'cefaclor', antipyretic: false },
  { code: 'cefixime', zh: '头孢克肟', en: 'cefixime', antipyretic: false },
  { code: 'oseltamivir', zh: '奥司他韦', en: 'oseltamivir', antipyretic: false },
  { code: 'oral_rehydration_salts', zh: '口服补液盐', en: 'oral rehydration salts', antipyretic: false },
  { code: 'montmorillonite', zh: '蒙脱石', en: 'montmorillonite', antipyretic: false },
] as const satisfies readonly IngredientTerm[]

export type IngredientCode = (typeof TABLE)[number]['code']

export const INGREDIENTS: readonly (IngredientTerm & { readonly code: IngredientCode })[] = TABLE

const byCode: ReadonlyMap<string, IngredientTerm> = new Map(TABLE.map((term) => [term.code, term]))

/** The ingredient of a code; null when it is none the rules know, of which nothing may be assumed. */
export const ingredientOf = (code: string): IngredientTerm | null => byCode.get(code) ?? null
