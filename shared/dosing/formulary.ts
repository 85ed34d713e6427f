import type { Limit } from '../evidence/source.ts'

/** What the guard holds a dose of one ingredient against. "In 24 h" is always a rolling window, never a calendar day. */
export interface DosingLimits {
  /** Younger children (in completed months) see a doctor first. */
  readonly minAge: Limit
  readonly interval: Limit
  readonly dosesIn24h: Limit
  readonly perKgIn24h: Limit
  readonly in24h: Limit
  readonly perKgPerDose: Limit
  readonly perDose: Limit
}

/** The ingredients the guard has figures for: of no other it ever says that nothing speaks against it. */
export const COVERED = ['paracetamol', 'ibuprofen'] as const
type Covered = (typeof COVERED)[number]

/** What each is held against. Where sources differ the stricter figure stands. */
export const FORMULARY: Readonly<Record<Covered, DosingLimits>> = {
  paracetamol: {
    minAge: { value: 3, unit: 'months', source: 'CN2008 §2.4.1', mark: 'found' },
    interval: { value: 4, unit: 'h', source: 'CN2008 §2.4.1; AAP 2011', mark: 'found' },
    dosesIn24h: { value: 4, unit: 'doses', source: 'CN2008 §2.4.1; OTC leaflet', mark: 'found' },
    perKgIn24h: { value: 60, unit: 'mg/kg', source: '4 × 15 mg/kg, CN2008 §2.4.1; AusDoc', mark: 'found' },
    in24h: { value: 2400, unit: 'mg', source: 'CN2008 §2.4.1', mark: 'found' },
    perKgPerDose: { value: 15, unit: 'mg/kg', source: 'CN2008 §2.4.1; AAP 2011', mark: 'found' },
    perDose: { value: 600, unit: 'mg', source: 'CN2008 §2.4.1', mark: 'found' },
  },
  ibuprofen: {
    minAge: { value: 6, unit: 'months', source: 'US OTC and hospital sheets', mark: 'found' },
    interval: { value: 6, unit: 'h', source: 'CN2008 §2.4.1; US OTC', mark: 'found' },
    dosesIn24h: { value: 4, unit: 'doses', source: 'CN2008 §2.4.1; OTC leaflet', mark: 'found' },
    perKgIn24h: { value: 40, unit: 'mg/kg', source: '4 × 10 mg/kg', mark: 'background' },
    in24h: { value: 1200, unit: 'mg', source: 'OTC maximum', mark: 'background' },
    perKgPerDose: { value: 10, unit: 'mg/kg', source: 'CN2008 §2.4.1; PITCH', mark: 'found' },
    perDose: { value: 400, unit: 'mg', source: 'OTC single maximum', mark: 'background' },
  },
}

/** The limits of an ingredient; null when the guard has no rules for it. */
export const limitsOf = (ingredient: string): DosingLimits | null =>
  isCovered(ingredient) ? FORMULARY[ingredient] : null

const isCovered = (ingredient: string): ingredient is Covered => COVERED.some((code) => code === ingredient)

/** A weight is too old to dose by after this many months, by the child's age. */
export const WEIGHT_VALID = {
  underTwo: { value: 3, unit: 'months', source: 'Shouwen', mark: 'judgement' },
  fromTwo: { value: 6, unit: 'months', source: 'Shouwen', mark: 'judgement' },
} as const satisfies Readonly<Record<string, Limit>>
