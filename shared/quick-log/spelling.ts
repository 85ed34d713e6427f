/** Characters that are typed in many ways and mean one thing. Each maps to one, so that positions in the text stay true. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    // Spaces and dashes of all kinds.
    ['\u3000\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff\t\v\f', ' '],
    ['–−‐‑', '-'],
    ['〜∼', '~'],
    ['’‘`´', "'"],
    ['º˚', '°'],
    ['\u2028\u2029\u0085', '\n'],
  ].flatMap(([many, one]) => Array.from(many!, (char) => [char, one!] as const)),
)

const TRADITIONAL =
  '體溫燒點時鐘嘔藥沒額顆餵療針熱劑腦頭鬧驚癥濕臉發現後雙個兩為過還開給說會應該們媽爺這裡間氣嚨腫瀉鹽樣嗎無紅進豬覺聲頸'
const SIMPLIFIED =
  '体温烧点时钟呕药没额颗喂疗针热剂脑头闹惊症湿脸发现后双个两为过还开给说会应该们妈爷这里间气咙肿泻盐样吗无红进猪觉声颈'
const SIMPLER: ReadonlyMap<string, string> = new Map(Array.from(TRADITIONAL, (char, i) => [char, SIMPLIFIED[i]!]))

/** The text in one spelling: half-width, lower case, simplified. It is exactly as long as what was typed. */
export function oneSpelling(text: string): string {
  let spelled = ''
  for (let i = 0; i < text.length; i++) spelled += spell(text[i]!, text[i + 1])
  return spelled
}

function spell(char: string, next: string | undefined): string {
  if (char === '\r') return next === '\n' ? ' ' : '\n'
  const code = char.charCodeAt(0)
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
  const lower = narrow.toLowerCase()
  const plain = lower.length === 1 ? lower : narrow
  return SAME.get(plain) ?? SIMPLER.get(plain) ?? plain
}
