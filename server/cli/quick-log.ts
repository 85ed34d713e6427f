import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseQuickLog } from '../../shared/quick-log/parse-quick-log.ts'
import { parseStamp, type Stamp } from '../../shared/time/instant.ts'
import { readNow } from './arguments.ts'
import { BadCall, BadInput, runTool } from './tool.ts'

const USAGE = 'npm run -s quick-log -- --now ISO [TEXT]   (without TEXT: JSON Lines {"id", "now", "text"} on stdin)'

await runTool(USAGE, (args) => {
  const { now, text } = readCall(args)
  if (text === null) return answerLines(readFileSync(0, 'utf8'), now)
  if (now === null) throw new BadCall(['which moment? say it with --now'])
  return JSON.stringify({ id: null, ...parseQuickLog(text, now) })
})

/** Several words need no quotes: together they are the text. */
function readCall(args: readonly string[]): { readonly now: Stamp | null; readonly text: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { now: { type: 'string' } },
      allowPositionals: true,
    })
    return { now: readNow(values.now), text: positionals.length === 0 ? null : positionals.join(' ') }
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadCall([error instanceof Error ? error.message : String(error)])
  }
}

interface Line {
  readonly id: unknown
  readonly now: Stamp
  readonly text: string
}

/** One answer per line. Every bad line is told, by its number, before any is answered. */
function answerLines(input: string, now: Stamp | null): string {
  const problems: string[] = []
  const lines = input
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((text, index) => {
      if (text.trim() === '') return []
      const line = readLine(text, now)
      if (typeof line !== 'string') return [line]
      problems.push(`line ${index + 1}: ${line}`)
      return []
    })
  if (problems.length > 0) throw new BadInput(problems)
  if (lines.length === 0) throw new BadCall(['nothing to read: no TEXT, and no line on stdin'])
  return lines.map((line) => JSON.stringify({ id: line.id, ...parseQuickLog(line.text, line.now) })).join('\n')
}

/** The line, or what is wrong with it. `--now` stands in where a line names no moment of its own. */
function readLine(text: string, fallback: Stamp | null): Line | string {
  const json = parseJson(text)
  if (json instanceof SyntaxError) return `is not JSON: ${json.message}`
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'must be an object {"id", "now", "text"}'
  const { id = null, now, text: said } = json as Readonly<Record<string, unknown>>
  if (typeof said !== 'string') return '"text" must be a string'
  if (now === undefined && fallback !== null) return { id, now: fallback, text: said }
  const stamp = typeof now === 'string' ? parseStamp(now) : null
  return stamp
    ? { id, now: stamp, text: said }
    : '"now" must be an ISO 8601 date-time with an offset, like 2026-01-16T03:10:00+08:00'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error))
  }
}
