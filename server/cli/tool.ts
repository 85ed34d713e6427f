/** Input a tool cannot work with. It is told on stderr, line by line, and the tool ends with 2. */
export class BadInput extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** A call the tool does not understand: its usage is told too. */
export class BadCall extends BadInput {}

/** Runs a tool: its answer goes to stdout, bad input to stderr with exit code 2. Anything else is a bug and shows its stack. */
export async function runTool(
  usage: string,
  answer: (args: readonly string[]) => string | Promise<string>,
): Promise<void> {
  try {
    process.stdout.write(`${await answer(process.argv.slice(2))}\n`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const lines = error instanceof BadCall ? [...error.lines, `usage: ${usage}`] : error.lines
    process.stderr.write(`${lines.join('\n')}\n`)
    process.exitCode = 2
  }
}

/** The JSON a tool prints, indented by two. */
export const printed = (json: unknown): string => JSON.stringify(json, null, 2)
