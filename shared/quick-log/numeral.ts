/** A number as it stands in the text: its digits, so that `05`, `5` and `5.0` stay different statements. */
export interface Numeral {
  readonly end: number
  readonly whole: string
  readonly fraction: string
  readonly chinese: boolean
}

const DIGITS = '零一二三四五六七八九'
const DIGIT_OF: ReadonlyMap<string, number> = new Map([
  ...Array.from(DIGITS, (char, value) => [char, value] as const),
  ['〇', 0],
  ['两', 2],
])

const ARABIC = /^(\d{1,6})/
const FRACTION = /^(?:(\.{1,2}|·|。|,)(\d{1,2}))(?!\d)/
/** 二十三十九 is 20 and 39: a digit before 十 is its own. */
const POSITIONAL =
  /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?十)?(?:([一二两三四五六七八九])(?!十))?/
/** 三十八.五: spoken and typed at once. */
const CHINESE_FRACTION = /^[.·]([零一二三四五六七八九])(?![十百点])/
const DIGIT_ROW = /^[零〇一二两三四五六七八九]+/

/** The number that starts at a place of the text; null when none does. */
export function numeralAt(text: string, at: number): Numeral | null {
  const rest = text.slice(at, at + 12)
  return arabic(rest, at) ?? chinese(rest, at) ?? english(text, at)
}

function arabic(rest: string, at: number): Numeral | null {
  const whole = ARABIC.exec(rest)?.[1]
  if (whole === undefined) return null
  const fraction = fractionOf(whole, rest.slice(whole.length))
  const length = whole.length + (fraction?.length ?? 0)
  return { end: at + length, whole, fraction: fraction?.digits ?? '', chinese: false }
}

/** `38。5` and `38,5` are slips for `38.5`; elsewhere those signs part two statements. */
function fractionOf(whole: string, rest: string): { readonly digits: string; readonly length: number } | null {
  const match = FRACTION.exec(rest)
  if (!match) return null
  const [all, sign, digits] = match as unknown as [string, string, string]
  const after = rest.slice(all.length)
  if (/^(:\d|点|时|月)/.test(after)) return null
  if (sign === '。' || sign === ',') {
    const temperature = Number(whole) >= 34 && Number(whole) <= 42 && digits.length === 1
    if (!temperature || /^ ?(ml|mg|毫|cc|片|粒|颗|包|袋|次|分|小|个)/.test(after)) return null
  }
  return { digits, length: all.length }
}

function chinese(rest: string, at: number): Numeral | null {
  const row = DIGIT_ROW.exec(rest)?.[0] ?? ''
  const [positional, hundreds, tens, ones] = POSITIONAL.exec(rest) as unknown as [string, ...(string | undefined)[]]
  if (positional.length > row.length || (positional.length === 1 && row.length === 1)) {
    const ten = positional.includes('十') ? digit(tens ?? '一') * 10 : 0
    const hundred = hundreds === undefined ? 0 : digit(hundreds) * 100
    const value = hundred + ten + (ones === undefined ? 0 : digit(ones))
    const decimal = CHINESE_FRACTION.exec(rest.slice(positional.length))
    const fraction = decimal ? String(digit(decimal[1]!)) : ''
    return { end: at + positional.length + (decimal ? 2 : 0), whole: String(value), fraction, chinese: true }
  }
  if (row === '') return null
  return { end: at + row.length, whole: Array.from(row, digit).join(''), fraction: '', chinese: true }
}

const ENGLISH = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
] as const // prettier-ignore
const TENS: readonly (readonly [string, number])[] = [['fifteen', 15], ['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50]] // prettier-ignore
const ENGLISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ENGLISH.map((word, value) => [word, value] as const),
  ...TENS,
])

function english(text: string, at: number): Numeral | null {
  const word = /^[a-z]{3,7}(?![a-z])/.exec(text.slice(at, at + 8))?.[0]
  const value = word === undefined ? undefined : ENGLISH_NUMBERS.get(word)
  return value === undefined ? null : { end: at + word!.length, whole: String(value), fraction: '', chinese: false }
}

const digit = (char: string): number => DIGIT_OF.get(char)!
