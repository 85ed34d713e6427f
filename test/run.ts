// npm test: every check and every test; the last line is the plain count.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHECKS, runSteps } from './steps.ts'
import { findBrowser } from './support/browser.ts'

interface Count {
  passed: number
  failed: number
}

interface JestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
}

findBrowser() // fails here, in one line, rather than after minutes

const reports = mkdtempSync(path.join(tmpdir(), 'shouwen-test-'))
const count: Count = { passed: 0, failed: 0 }

for (const { ok } of await runSteps(CHECKS)) add({ passed: Number(ok), failed: Number(!ok) })
add(jest('rules, phone, architecture and API', ['unit', 'architecture', 'component', 'integration'], []))
add(jest('faults, a few rounds', ['faults'], ['--runInBand']))
add(jest('the product in the browser', ['e2e'], ['--runInBand']))

rmSync(reports, { recursive: true, force: true })
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1

function add(other: Count): void {
  count.passed += other.passed
  count.failed += other.failed
}

/** Skipped and "todo" tests count as failed: nothing is left out silently. */
function jest(title: string, projects: string[], flags: string[]): Count {
  console.log(`\n${title}`)
  const file = path.join(reports, `${projects[0]}.json`)
  const args = [
    '-c',
    'test/jest.config.js',
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${file}`,
    ...flags,
  ]
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
  const { status } = spawnSync(process.execPath, [...node, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const report = read(file)
  if (!report) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) }
}

function read(file: string): JestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport
  } catch {
    return null
  }
}
