const HAN = /[\u4e00-\u9fff]/
const LATIN = /[A-Za-z0-9]/

/** Joins pieces of a Chinese sentence: a space between Chinese and Latin or digits, none between Chinese and Chinese. */
export function spaced(...pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((text, piece) => `${text}${needsSpace(text, piece) ? ' ' : ''}${piece}`, '')
}

function needsSpace(left: string, right: string): boolean {
  const before = left.slice(-1)
  const after = right.slice(0, 1)
  return (HAN.test(before) && LATIN.test(after)) || (LATIN.test(before) && HAN.test(after))
}
