/** A temperature in whole hundredths of a degree Celsius (38.9 ℃ = 3890): no float ever decides anything. */
export type CentiCelsius = number & { readonly __brand: 'CentiCelsius' }

/** A temperature as it is displayed, in whole tenths of a degree Celsius (38.9 ℃ = 389). Every comparison is made on this. */
export type Tenths = number & { readonly __brand: 'Tenths' }

/**
 * `celsius` degrees (38.9) as hundredths, further decimals cut off: rounding twice would lift 37.449 to a displayed 37.5.
 * The tiny addend undoes binary fractions (38.29 is stored as 38.28999…).
 */
export const centiCelsius = (celsius: number): CentiCelsius => Math.floor(celsius * 100 + 1e-6) as CentiCelsius

/** `celsius` degrees (37.5) as tenths, for tables of thresholds. */
export const tenths = (celsius: number): Tenths => Math.round(celsius * 10) as Tenths

/** Hundredths rounded half-up to the tenth that is displayed. */
export const toTenths = (value: CentiCelsius): Tenths => Math.floor((value + 5) / 10) as Tenths

/** Degrees Celsius (38.9) of hundredths or tenths, for JSON and charts. */
export const centiToCelsius = (value: CentiCelsius): number => value / 100
export const tenthsToCelsius = (value: Tenths): number => value / 10

/** Hundredths of a degree Celsius for a reading in degrees Fahrenheit (101.3 → 3850, shown as 38.5). */
export const fromFahrenheit = (fahrenheit: number): CentiCelsius => centiCelsius(((fahrenheit - 32) * 5) / 9)

/** Tenths of a degree Fahrenheit, half-up, for display (3890 → 1020). */
export const toFahrenheitTenths = (value: CentiCelsius): number => Math.floor((value * 9 + 25) / 50) + 320

/** `38.9`: always one decimal, since 38 and 38.0 are not the same statement. */
export const formatTenths = (value: Tenths): string => (value / 10).toFixed(1)
