/**
 * How sure a constant is: `found` in a stored source, in a `secondary` copy only, from `background` knowledge, or a design
 * `judgement` that no source claims. The last two are shown as provisional until a clinician has signed them.
 */
export const MARKS = ['found', 'secondary', 'background', 'judgement'] as const
export type Mark = (typeof MARKS)[number]

/** Where a constant comes from. Every medical constant in `shared` sits in a table row that has one. */
export interface Source {
  readonly source: string
  readonly mark: Mark
}

/** A figure a rule goes by, with its unit. */
export interface Limit extends Source {
  readonly value: number
  readonly unit: 'min' | 'h' | 'days' | 'months' | 'doses' | '℃' | '℃/h' | 'mg' | 'mg/kg' | '%'
}
