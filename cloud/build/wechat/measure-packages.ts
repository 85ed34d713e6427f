import { statSync } from 'node:fs'
import path from 'node:path'
import { packageRootOf } from '../project/mini-program.ts'
import { readMiniProgram } from '../project/read-mini-program.ts'
import { filesUnder } from '../project/source-files.ts'

/** WeChat allows 2 MB a package; a first start at night on a weak network allows less. */
const MAIN_LIMIT = 400_000
const TOTAL_LIMIT = 1_600_000

export interface PackageSize {
  /** '' is the main package. */
  root: string
  bytes: number
  files: number
}

export function packageSizes(builtFolder: string): PackageSize[] {
  const { packageRoots } = readMiniProgram(builtFolder).program
  const sizes = new Map(packageRoots.map((root) => [root, { root, bytes: 0, files: 0 }]))
  for (const file of filesUnder(builtFolder)) {
    const size = sizes.get(packageRootOf(packageRoots, file))!
    size.bytes += statSync(path.join(builtFolder, file)).size
    size.files += 1
  }
  return [...sizes.values()]
}

export function budgetProblems(sizes: readonly PackageSize[]): string[] {
  const main = sizes.find(({ root }) => root === '')?.bytes ?? 0
  const total = totalOf(sizes)
  return [
    ...(main > MAIN_LIMIT ? [`the main package is over its budget: ${main} > ${MAIN_LIMIT} bytes`] : []),
    ...(total > TOTAL_LIMIT ? [`all packages together are over their budget: ${total} > ${TOTAL_LIMIT} bytes`] : []),
  ]
}

export function sizeTable(sizes: readonly PackageSize[]): string {
  const row = (name: string, bytes: number, limit: string): string =>
    `${name.padEnd(20)}${(bytes / 1000).toFixed(1).padStart(9)} kB${limit.padStart(12)}`
  return [
    ...sizes.map(({ root, bytes }) =>
      row(root === '' ? 'main' : root, bytes, root === '' ? `of ${MAIN_LIMIT / 1000} kB` : ''),
    ),
    row('total', totalOf(sizes), `of ${TOTAL_LIMIT / 1000} kB`),
  ].join('\n')
}

function totalOf(sizes: readonly PackageSize[]): number {
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0)
}
