import { globSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type StrykerOptions } from '@stryker-mutator/api/core'
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type CompleteDryRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { allowFreshModules } from './fresh-modules.ts'
import { collectTests, type CollectedTest } from './collect.ts'

/**
 * Runs the tests of shared/ inside Stryker's own worker: they are pure and synchronous, so a mutant costs the
 * milliseconds of the tests that reach it and not the start of a test framework.
 */
class SharedTestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options)

  private readonly patterns: readonly string[]
  private readonly load = allowFreshModules(process.cwd())
  private tests: readonly CollectedTest[] | undefined
  private round = 0

  constructor(options: StrykerOptions) {
    this.patterns = testsOf(options.mutate)
    // The same examples for every mutant, and no search for the smallest one: a mutant is dead at the first.
    fc.configureGlobal({ seed: 20260116, endOnFailure: true })
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async dryRun(): Promise<DryRunResult> {
    await this.collect()
    const result = this.run(this.tests ?? [], true)
    const { mutantCoverage } = stryker
    return mutantCoverage ? { ...result, mutantCoverage } : result
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    stryker.hitLimit = options.hitLimit
    stryker.hitCount = options.hitLimit === undefined ? undefined : 0
    const early = options.mutantActivation === 'static'
    stryker.activeMutant = early ? options.activeMutant.id : undefined
    if (!this.tests || options.reloadEnvironment) {
      const fault = await this.collect().catch((error: unknown) => ({ error }))
      if (fault) return toMutantRunResult(completed([failure('loading the tests', fault.error)]))
    }
    stryker.activeMutant = options.activeMutant.id
    const wanted = options.testFilter && new Set(options.testFilter)
    const result = this.run(this.tests?.filter(({ id }) => !wanted || wanted.has(id)) ?? [], options.disableBail)
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, options.hitLimit) ?? result)
  }

  private async collect(): Promise<void> {
    this.tests = undefined
    this.round += 1
    const files = globSync(this.patterns)
      .filter((file) => !isProperty(file))
      .sort()
    this.tests = await collectTests(files, (file) => this.load(path.resolve(file), this.round))
  }

  private run(tests: readonly CollectedTest[], toTheEnd: boolean): CompleteDryRunResult {
    const results: TestResult[] = []
    for (const test of tests) {
      const result = runTest(test)
      results.push(result)
      if (result.status === TestStatus.Failed && !toTheEnd) break
    }
    return completed(results)
  }
}

/** What the mutated code looks at to learn which mutant it is to be, and where it notes what it passed. */
const stryker: { -readonly [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined } = ((
  globalThis as Record<string, unknown>
)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})

/** The tests of the mutated folders, and those of the whole: the episodes a clinician reads, the table of constants. */
const testsOf = (mutate: readonly string[]): string[] =>
  [
    ...new Set([
      ...mutate.flatMap((pattern) => /^shared\/[\w-]+/.exec(pattern) ?? []),
      'shared/golden',
      'shared/evidence',
    ]),
  ].map((folder) => `test/unit/${folder}/**/*.test.ts`)

/** Files of properties alone run thousands of examples: seconds for every survivor. Left out, the score is the lower one. */
const isProperty = (file: string): boolean => /propert(y|ies)\.test\.ts$/.test(file)

const completed = (tests: TestResult[]): CompleteDryRunResult => ({ status: DryRunStatus.Complete, tests })

const failure = (id: string, error: unknown, timeSpentMs = 0): TestResult => ({
  status: TestStatus.Failed,
  id,
  name: id,
  timeSpentMs,
  failureMessage: error instanceof Error ? error.message : String(error),
})

function runTest({ id, file, run }: CollectedTest): TestResult {
  const begun = performance.now()
  stryker.currentTestId = id
  try {
    if (run() instanceof Promise) throw new Error('A test of shared/ is synchronous.')
    return {
      status: TestStatus.Success,
      id,
      name: id,
      fileName: path.resolve(file),
      timeSpentMs: performance.now() - begun,
    }
  } catch (error) {
    return failure(id, error, performance.now() - begun)
  } finally {
    stryker.currentTestId = undefined
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'shared', SharedTestRunner)]
