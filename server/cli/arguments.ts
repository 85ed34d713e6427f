import { parseArgs } from 'node:util'
import { parseStamp, type Stamp } from '../../shared/time/instant.ts'
import { BadCall } from './tool.ts'

/** The one FILE and the options a tool was called with: some take a value, flags take none. An unknown one is bad input. */
export interface Arguments<Option extends string, Flag extends string> {
  readonly file: string
  readonly options: Readonly<Partial<Record<Option, string>>>
  readonly flags: ReadonlySet<Flag>
}

export function readArguments<Option extends string, Flag extends string = never>(
  args: readonly string[],
  names: readonly Option[],
  flags: readonly Flag[] = [],
): Arguments<Option, Flag> {
  const { values, positionals } = parsed(args, names, flags)
  const [file, ...more] = positionals
  if (file === undefined) throw new BadCall(['which file?'])
  if (more.length > 0) throw new BadCall([`one file only, not also: ${more.join(' ')}`])
  const options = values as Partial<Record<Option, string>>
  return { file, options, flags: new Set(flags.filter((flag) => values[flag] === true)) }
}

function parsed(args: readonly string[], names: readonly string[], flags: readonly string[]) {
  const options = Object.fromEntries<{ type: 'string' | 'boolean' }>([
    ...names.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((flag) => [flag, { type: 'boolean' }] as const),
  ])
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new BadCall([error instanceof Error ? error.message : String(error)])
  }
}

/** The moment of `--now`; null when the option was not given. */
export function readNow(text: string | undefined): Stamp | null {
  if (text === undefined) return null
  const stamp = parseStamp(text)
  if (!stamp)
    throw new BadCall([`--now ${text}: must be an ISO 8601 date-time with an offset, like 2026-01-16T03:10:00+08:00`])
  return stamp
}
