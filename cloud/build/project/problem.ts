/** One thing wrong with the mini-program's source, where it is and which rule says so. */
export interface Problem {
  rule: string
  /** Path inside the mini-program folder. */
  file: string
  line?: number | undefined
  message: string
}

/** `pages/now/now.wxml:12 unknown tag <veiw> (unknown-tag)`: the form editors turn into a link. */
export function problemText(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`
  return `${place} ${problem.message} (${problem.rule})`
}

/** The mini-program can't be built; carries every problem found, not only the first. */
export class MiniProgramError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(['The mini-program has problems:', ...problems.map(problemText)].join('\n'))
    this.name = 'MiniProgramError'
    this.problems = problems
  }
}
