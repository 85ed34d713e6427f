import { ANALYSIS_LIMITS } from '../../analysis/limits.ts'
import { centiCelsius, fromFahrenheit, tenths, toTenths, type CentiCelsius } from '../../units/temperature.ts'
import { meaning, type NumberToken, type Token } from '../tokenise.ts'

/** A number that is a body temperature, or would be one if it were plausible. */
export interface Shown {
  /** Null when it is no plausible temperature of a body. */
  readonly value: CentiCelsius | null
  readonly next: number
  /** Whether the text says that it is a temperature: ℃, 度, F. */
  readonly degrees: boolean
  /** Read as Fahrenheit although nobody said so. */
  readonly assumed: boolean
  /** Two figures run together (三十八九度 is 38 to 39). */
  readonly range: boolean
}

const LOWEST = tenths(ANALYSIS_LIMITS.lowestPlausible.value)
const HIGHEST = tenths(ANALYSIS_LIMITS.highestPlausible.value)

function plausible(value: CentiCelsius): CentiCelsius | null {
  const displayed = toTenths(value)
  return displayed >= LOWEST && displayed <= HIGHEST ? value : null
}
const celsius = centiCelsius
/** A conversion is no more exact than the display: 101.3 ℉ is 38.5 ℃. */
const fahrenheit = (degrees: number): CentiCelsius => (toTenths(fromFahrenheit(degrees)) * 10) as CentiCelsius

const unitOf = (token: Token | undefined) => meaning(token, 'unit')?.unit

/** The figure at a number: 38.5, 38度5, 385, 三十八度五, 38点5, 101.3F. Null when it is no figure of a thermometer. */
export function figureAt(tokens: readonly Token[], at: number): Shown | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  return withDecimalWord(tokens, at, token) ?? withUnit(tokens, at, token) ?? bare(tokens, at, token)
}

const shown = (value: CentiCelsius, next: number, degrees: boolean): Shown => ({
  value: plausible(value),
  next,
  degrees,
  assumed: false,
  range: false,
})

const isDigit = (token: Token | undefined): token is NumberToken =>
  token?.kind === 'number' && token.whole.length === 1 && token.fraction === '' && !token.spaced

/** 三十八点五, `38点5`: as it is spoken. */
function withDecimalWord(tokens: readonly Token[], at: number, token: NumberToken): Shown | null {
  const [word, digit] = [tokens[at + 1], tokens[at + 2]]
  if (unitOf(word) !== 'oclock' || word?.text !== '点' || token.fraction !== '' || Number(token.whole) < 30) return null
  if (!isDigit(digit)) return null
  const value = celsius(Number(`${token.whole}.${digit.whole}`))
  const unit = unitOf(tokens[at + 3]) === 'degree'
  return shown(value, at + (unit ? 4 : 3), true)
}

function withUnit(tokens: readonly Token[], at: number, token: NumberToken): Shown | null {
  const said = unitOf(tokens[at - 1]) === 'fahrenheit'
  const unit = unitOf(tokens[at + 1])
  const doubled = unit === 'degree' && unitOf(tokens[at + 2]) === 'fahrenheit'
  const inFahrenheit = said || unit === 'fahrenheit' || doubled
  if (unit !== 'degree' && !inFahrenheit) return null
  const figure = numberOf(token)
  const units = unit === undefined ? at + 1 : doubled ? at + 3 : at + 2
  if (inFahrenheit) return shown(fahrenheit(figure), units, true)
  const digit = tokens[units]
  if (token.fraction === '' && isDigit(digit) && unitOf(tokens[units + 1]) === undefined)
    return shown(celsius(Number(`${token.whole}.${digit.whole}`)), units + 1, true)
  if (token.fraction === '' && meaning(digit, 'half') && !digit!.spaced && unitOf(tokens[units + 1]) === undefined)
    return shown(celsius(figure + 0.5), units + 1, true)
  return inOtherUnit(figure, units, true) ?? shown(celsius(inTenths(token) ?? figure), units, true)
}

const numberOf = ({ whole, fraction }: NumberToken): number => Number(fraction === '' ? whole : `${whole}.${fraction}`)

/** Three bare digits are tenths: nobody is at 385 degrees. */
const inTenths = ({ whole, fraction }: NumberToken): number | null =>
  fraction === '' && whole.length === 3 && plausible(celsius(Number(whole) / 10)) !== null ? Number(whole) / 10 : null

/** A figure that is plausible in Fahrenheit only. */
function inOtherUnit(figure: number, next: number, degrees: boolean): Shown | null {
  if (plausible(celsius(figure)) !== null || figure > 120) return null
  const value = plausible(fahrenheit(figure))
  return value === null ? null : { value, next, degrees, assumed: true, range: false }
}

/** Without a unit: two digits in the range of a body, with or without a decimal, or three for tenths. */
function bare(tokens: readonly Token[], at: number, token: NumberToken): Shown | null {
  const unit = unitOf(tokens[at + 1])
  const joined = unit !== undefined && unit !== 'clockMinute' && !(unit === 'oclock' && tokens[at + 1]!.spaced)
  if (joined) return null
  const tail = tokens[at + 1]
  if (token.chinese && token.whole.length === 2 && isDigit(tail) && tail.chinese)
    return runTogether(tokens, at, token, tail)
  const split = splitDecimal(tokens, at, token)
  if (split) return split
  const threeDigits = inTenths(token)
  if (threeDigits !== null) return shown(celsius(threeDigits), at + 1, false)
  const figure = numberOf(token)
  const named = meaning(tokens[at - 1], 'measured') ?? meaning(tokens[at - 1], 'linking')
  if (token.whole.length === 3 && (token.fraction.length === 1 || named)) return inOtherUnit(figure, at + 1, false)
  if (token.whole.length !== 2) return null
  const value = celsius(figure)
  if (plausible(value) !== null) return shown(value, at + 1, false)
  const nearBody = named !== undefined || (token.fraction.length === 1 && figure >= 30 && figure < 50)
  return (
    inOtherUnit(token.fraction === '' ? 0 : figure, at + 1, false) ?? (nearBody ? shown(value, at + 1, false) : null)
  )
}

/** `38 .5`: a slip of the thumb. */
function splitDecimal(tokens: readonly Token[], at: number, token: NumberToken): Shown | null {
  const [dot, digit, unit] = tokens.slice(at + 1, at + 4)
  if (token.fraction !== '' || dot?.text !== '.' || digit?.kind !== 'number' || (!dot.spaced && !digit.spaced))
    return null
  const value = celsius(Number(`${token.whole}.${digit.whole}`))
  const alone =
    digit.whole.length === 1 && digit.fraction === '' && (unitOf(unit) === undefined || unitOf(unit) === 'degree')
  if (!alone || plausible(value) === null) return null
  return shown(value, at + (unitOf(unit) === 'degree' ? 4 : 3), unitOf(unit) === 'degree')
}

/** 三十八五 is 38.5; 三十八九 is somewhere between 38 and 39. */
function runTogether(tokens: readonly Token[], at: number, token: NumberToken, tail: NumberToken): Shown | null {
  const degrees = unitOf(tokens[at + 2]) === 'degree'
  const value = celsius(Number(`${token.whole}.${tail.whole}`))
  if (plausible(value) === null) return null
  const range = Number(tail.whole) === (Number(token.whole) % 10) + 1
  return { ...shown(value, at + (degrees ? 3 : 2), degrees), range }
}
