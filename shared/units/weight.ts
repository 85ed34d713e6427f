/** A body weight in whole grams. */
export type Grams = number & { readonly __brand: 'Grams' }

/** `kg` kilograms as grams, and back. */
export const grams = (kg: number): Grams => Math.round(kg * 1000) as Grams
export const toKg = (value: Grams): number => value / 1000

/** 斤, half a kilogram each: what grandparents say. */
export const toJin = (value: Grams): number => value / 500
