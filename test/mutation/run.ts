import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core'

/** The rules that a parent acts on. A folder of shared/ or a pattern of files in one (`dosing/rules/*.ts`) may be named instead. */
const FOLDERS = ['dosing', 'fever', 'curve', 'quick-log', 'red-flags']

/** Of a hundred faults put into a folder its tests find this many, or the run fails. */
const ENOUGH = 85

const root = path.resolve(import.meta.dirname, '../..')

const options = (target: string): PartialStrykerOptions => ({
  mutate: [`shared/${target.endsWith('.ts') ? target : `${target}/**/*.ts`}`],
  testRunner: 'shared',
  plugins: [path.join(import.meta.dirname, 'runner.ts')],
  coverageAnalysis: 'perTest',
  concurrency: Math.min(4, availableParallelism()),
  // A fresh process now and then: modules that were loaded once are never forgotten.
  maxTestRunnerReuse: 400,
  ignorePatterns: ['**', '!shared/**', '!test/unit/shared/**', '!package.json', '!tsconfig.json'],
  tempDirName: 'reports/.stryker',
  reporters: ['clear-text', 'html'],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `reports/mutation/${target.replace(/\W+/g, '-')}.html` },
  timeoutMS: 10_000,
})

const FOUND: readonly MutantResult['status'][] = ['Killed', 'Timeout']
const MISSED: readonly MutantResult['status'][] = ['Survived', 'NoCoverage']

async function scoreOf(target: string): Promise<{ line: string; enough: boolean }> {
  const results = await new Stryker(options(target)).runMutationTest()
  const count = (statuses: readonly MutantResult['status'][]): number =>
    results.filter(({ status }) => statuses.includes(status)).length
  const found = count(FOUND)
  const all = found + count(MISSED)
  const score = (100 * found) / all
  return { line: `${target}: ${found} of ${all} mutants found, ${score.toFixed(1)} %`, enough: score >= ENOUGH }
}

process.chdir(root)
const named = process.argv.slice(2)
const lines: string[] = []
for (const target of named.length > 0 ? named : FOLDERS) {
  const { line, enough } = await scoreOf(target)
  lines.push(line)
  if (!enough) process.exitCode = 1
}
console.log(lines.join('\n'))
