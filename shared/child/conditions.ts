/** What a family may have been asked about: allergies to medicines, and diseases that matter before a medicine is given. */
export interface ConditionTerm {
  readonly code: string
  readonly kind: 'allergy' | 'disease'
  readonly zh: string
  readonly en: string
}

// prettier-ignore
const TABLE = [
  { code: 'paracetamol_allergy', kind: 'allergy', zh: '对乙酰氨基酚过敏', en: 'paracetamol allergy' },
  { code: 'ibuprofen_allergy', kind: 'allergy', zh: '布洛芬过敏', en: 'ibuprofen allergy' },
  { code: 'aspirin_allergy', kind: 'allergy', zh: '阿司匹林过敏', en: 'aspirin allergy' },
  { code: 'nsaid_allergy', kind: 'allergy', zh: '其他解热镇痛药（NSAID）过敏', en: 'allergy to another NSAID' },
  { code: 'penicillin_allergy', kind: 'allergy', zh: '青霉素过敏', en: 'penicillin allergy' },
  { code: 'other_allergy', kind: 'allergy', zh: '其他药物过敏', en: 'another medicine allergy' },
  { code: 'asthma', kind: 'disease', zh: '哮喘', en: 'asthma' },
  { code: 'kidney_disease', kind: 'disease', zh: '肾脏疾病', en: 'kidney disease' },
  { code: 'liver_disease', kind: 'disease', zh: '肝脏疾病', en: 'liver disease' },
  { code: 'heart_disease', kind: 'disease', zh: '心脏疾病', en: 'heart disease' },
  { code: 'immune_disease', kind: 'disease', zh: '免疫系统疾病', en: 'immune disease' },
  { code: 'stomach_ulcer', kind: 'disease', zh: '胃肠道溃疡', en: 'stomach or bowel ulcer' },
  { code: 'febrile_seizure_history', kind: 'disease', zh: '热性惊厥史', en: 'febrile seizure in the past' },
] as const satisfies readonly ConditionTerm[]

export type ConditionCode = (typeof TABLE)[number]['code']

export const CONDITIONS: readonly (ConditionTerm & { readonly code: ConditionCode })[] = TABLE

const byCode: ReadonlyMap<string, ConditionTerm> = new Map(TABLE.map((term) => [term.code, term]))

/** The term of a code; null when the vocabulary does not have it. */
export const conditionOf = (code: string): ConditionTerm | null => byCode.get(code) ?? null
