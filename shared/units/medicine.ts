/** Whole micrograms of an ingredient (100 mg = 100 000). */
export type Microgram = number & { readonly __brand: 'Microgram' }

/** Whole microlitres of a liquid (1.25 mL = 1 250). */
export type Microlitre = number & { readonly __brand: 'Microlitre' }

/** Thousandths of a piece: tablet, sachet or suppository (half a sachet = 500). */
export type MilliPiece = number & { readonly __brand: 'MilliPiece' }

/** `mg` milligrams as micrograms; `ml` millilitres as microlitres; `count` pieces as thousandths. */
export const micrograms = (mg: number): Microgram => Math.round(mg * 1000) as Microgram
export const microlitres = (ml: number): Microlitre => Math.round(ml * 1000) as Microlitre
export const milliPieces = (count: number): MilliPiece => Math.round(count * 1000) as MilliPiece

/** The same back, as the JSON has them. */
export const toMg = (value: Microgram): number => value / 1000
export const toMl = (value: Microlitre): number => value / 1000
export const toCount = (value: MilliPiece): number => value / 1000
