import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

export interface Outcome {
  readonly step: Step
  readonly ok: boolean
}

/** What `npm run check` proves, in the order in which a fault is cheapest to see. */
export const CHECKS: readonly Step[] = [
  { name: 'types: rules', command: 'tsc', args: ['-p', 'shared'] },
  { name: 'types: phone', command: 'tsc', args: ['-p', 'miniprogram'] },
  { name: 'types: server, tools, tests', command: 'tsc', args: ['--noEmit'] },
  { name: 'types: preview host', command: 'tsc', args: ['-p', 'test/preview/runtime'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: 'eslint', args: ['.'] },
  { name: 'dependency rule', command: 'depcruise', args: ['shared', 'server', 'miniprogram', 'cloud', 'test'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'contract drift', command: 'node', args: ['server/cli/openapi.ts', '--check'] },
  { name: 'rules page drift', command: 'node', args: ['server/cli/rules.ts', '--check'] },
  { name: 'migration drift', command: 'node', args: ['cloud/local/migration-drift.ts'] },
  { name: 'WeChat build', command: 'node', args: ['cloud/build/miniprogram.ts'] },
  { name: 'WeChat compilers and templates', command: 'node', args: ['cloud/build/check-miniprogram.ts'] },
  { name: 'package sizes', command: 'node', args: ['cloud/build/package-sizes.ts'] },
]

/** Runs the steps one after another; prints a line each, and the output of those that fail. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of steps) {
    const begun = performance.now()
    const { code, output } = await capture(step)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`)
    if (code !== 0) console.log(output.trimEnd())
    outcomes.push({ step, ok: code === 0 })
  }
  return outcomes
}

function capture({ command, args }: Step): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
