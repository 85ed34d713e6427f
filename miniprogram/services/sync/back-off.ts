const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/** How long to wait before try number `tries` (1 first), spread so that a family's phones don't come back as one. */
export function backOffMs(tries: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1))
  return Math.round(longest / 2 + (longest / 2) * random)
}
