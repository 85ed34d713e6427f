import { expect } from 'expect'

/** A test as it was written down, not yet run. */
export interface CollectedTest {
  readonly id: string
  readonly file: string
  readonly run: () => unknown
}

type Body = (...row: unknown[]) => unknown
type Declare = (title: string, body: Body) => void

/**
 * The part of jest's language that the tests of shared/ speak: describe, it, test, `.each`, expect. A word of it that
 * is missing here (a hook, a skip) is a TypeError when the file loads, so no test can go unrun unnoticed.
 */
export async function collectTests(
  files: readonly string[],
  load: (file: string) => Promise<unknown>,
): Promise<CollectedTest[]> {
  const tests: CollectedTest[] = []
  let file = ''
  let titles: readonly string[] = []
  const describe: Declare = (title, body) => {
    const outer = titles
    titles = [...outer, title]
    body()
    titles = outer
  }
  const it: Declare = (title, body) => {
    tests.push({ id: `${file} #${tests.length} ${[...titles, title].join(' › ')}`, file, run: () => body() })
  }
  Object.assign(globalThis, { describe: withEach(describe), it: withEach(it), test: withEach(it), expect })
  for (file of files) await load(file)
  return tests
}

/** A row that is a list is the arguments; any other is the only argument. Titles are told apart by the row's place. */
const withEach = (declare: Declare): Declare =>
  Object.assign((title: string, body: Body) => declare(title, body), {
    each: (rows: readonly unknown[]) => (title: string, body: Body) =>
      rows.forEach((row, index) => {
        const values: readonly unknown[] = Array.isArray(row) ? row : [row]
        declare(`${title} [${index}]`, () => body(...values))
      }),
  })
