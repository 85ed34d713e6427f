import type { Limit } from '../evidence/source.ts'

/** Figures of the red flags, beside the levels of symptoms and questions. */
export const RED_FLAG_LIMITS = {
  youngestAge: { value: 3, unit: 'months', source: 'NICE NG143; AAP HealthyChildren', mark: 'secondary' },
  youngestFever: { value: 38.0, unit: '℃', source: 'NICE NG143; AAP HealthyChildren', mark: 'found' },
  youngestAxillary: { value: 37.5, unit: '℃', source: 'CN2016 §3.1', mark: 'judgement' },
  youngestCold: { value: 36.0, unit: '℃', source: 'NHS Healthier Together', mark: 'found' },
  youngAge: { value: 6, unit: 'months', source: 'NICE NG143', mark: 'secondary' },
  youngFever: { value: 39.0, unit: '℃', source: 'NICE NG143', mark: 'secondary' },
  feverDay: { value: 5, unit: 'days', source: 'NICE NG143 1.2.25–1.2.27', mark: 'found' },
  longUnderTwo: { value: 24, unit: 'h', source: 'AAP HealthyChildren', mark: 'found' },
  longFromTwo: { value: 72, unit: 'h', source: 'AAP HealthyChildren', mark: 'found' },
  twoYears: { value: 24, unit: 'months', source: 'AAP HealthyChildren', mark: 'found' },
  repeatedAbove: { value: 40.0, unit: '℃', source: 'AAP HealthyChildren', mark: 'found' },
  repeatedApart: { value: 1, unit: 'h', source: 'Shouwen', mark: 'judgement' },
  repeatedWithin: { value: 24, unit: 'h', source: 'Shouwen', mark: 'judgement' },
  extreme: { value: 41.0, unit: '℃', source: 'CN2020 interpretation; level Shouwen', mark: 'judgement' },
  paracetamolTooMuch: { value: 75, unit: 'mg/kg', source: 'Shouwen, above the 60 mg/kg of a day', mark: 'judgement' },
  paracetamolToxic: { value: 150, unit: 'mg/kg', source: 'toxicology reviews (abstracts)', mark: 'found' },
  ibuprofenToxic: { value: 100, unit: 'mg/kg', source: 'toxicology, to be verified', mark: 'background' },
  antipyreticDays: { value: 3, unit: 'days', source: 'OTC leaflet', mark: 'found' },
  fitEmergency: { value: 5, unit: 'min', source: 'clinical review §4.2', mark: 'secondary' },
  symptomsWithin: { value: 24, unit: 'h', source: 'Shouwen', mark: 'judgement' },
  /** Readings, doses and answers are looked at for this long, and for as long as the present illness goes back. */
  lookBack: { value: 7, unit: 'days', source: 'Shouwen', mark: 'judgement' },
  /** Fever before and after a stretch nobody measured is one illness when that stretch is no longer than this. */
  longestGap: { value: 7, unit: 'days', source: 'Shouwen', mark: 'judgement' },
} as const satisfies Readonly<Record<string, Limit>>
