import type { Limit, Source } from '../evidence/source.ts'

/** Figures above which a dose is not stopped, but spoken of. */
export const CAUTION_LIMITS = {
  /** Sources differ between 4 and 6 hours: below the longer one it is said. */
  paracetamolInterval: { value: 6, unit: 'h', source: 'CN2016, to be verified', mark: 'background' },
  /** Trials and some labels stop at three ibuprofen doses: the one after is said. */
  ibuprofenDoses: { value: 3, unit: 'doses', source: 'PITCH; NPS', mark: 'found' },
  ibuprofenPerKgIn24h: { value: 30, unit: 'mg/kg', source: 'Shouwen', mark: 'judgement' },
  otherIngredient: { value: 4, unit: 'h', source: 'Shouwen, after NICE NG143 1.6', mark: 'judgement' },
  consecutiveDays: { value: 3, unit: 'days', source: 'OTC leaflet', mark: 'found' },
  symptomsWithin: { value: 24, unit: 'h', source: 'Shouwen', mark: 'judgement' },
} as const satisfies Readonly<Record<string, Limit>>

/** What is written down of the child and speaks against ibuprofen without a doctor. */
interface IbuprofenCaution extends Source {
  readonly kind: 'symptom' | 'disease'
  readonly code: string
}

const DRY = { source: 'Pediatr Nephrol 2015;30:1873; Arch Dis Child 2007;92:524', mark: 'found' } as const
const LEAFLET = { source: 'leaflets and hospital sheets', mark: 'secondary' } as const

export const IBUPROFEN_CAUTIONS: readonly IbuprofenCaution[] = [
  { kind: 'symptom', code: 'vomiting', ...DRY },
  { kind: 'symptom', code: 'diarrhoea', ...DRY },
  { kind: 'symptom', code: 'dry_mouth_tears', ...DRY },
  { kind: 'symptom', code: 'low_urine', ...DRY },
  { kind: 'symptom', code: 'wheeze', ...LEAFLET },
  { kind: 'symptom', code: 'chickenpox', source: 'NHS; NICE CKS', mark: 'secondary' },
  { kind: 'disease', code: 'asthma', ...LEAFLET },
  { kind: 'disease', code: 'kidney_disease', ...LEAFLET },
  { kind: 'disease', code: 'heart_disease', ...LEAFLET },
]
