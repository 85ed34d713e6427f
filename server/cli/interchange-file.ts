import { readFileSync } from 'node:fs'
import { READABLE, readInterchange, type CelsiusBounds } from '../../shared/contract/interchange.ts'
import { recordFromInterchange } from '../../shared/interchange/interchange.ts'
import type { InterchangeJson } from '../../shared/interchange/interchange-json.ts'
import { recordZone } from '../../shared/interchange/record-zone.ts'
import type { FileFinding } from '../../shared/interchange/file-findings.ts'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import type { Instant, Stamp } from '../../shared/time/instant.ts'
import { fixedZone, type Zone } from '../../shared/time/zone.ts'
import { BadCall, BadInput } from './tool.ts'

/** A record out of a file, with the moment and the zone a tool looks at it in. */
export interface FileRecord {
  readonly record: ChildRecord
  readonly now: Instant
  readonly zone: Zone
}

/**
 * Reads an interchange file; its warnings go to stderr. `now` defaults to the time of the latest entry, so an empty record
 * needs one; the zone is the record's, else that of `now`.
 */
export function readRecord(path: string, now: Stamp | null): FileRecord {
  const record = recordFromInterchange(readInterchangeFile(path, READABLE))
  const moment = now?.at ?? latestOf(record)
  if (moment === null) throw new BadCall([`${path}: holds no entry, so say which moment with --now`])
  return { record, now: moment, zone: recordZone(record) ?? fixedZone(now?.offsetMinutes ?? 0) }
}

/** Reads and checks an interchange file; its warnings go to stderr. */
export function readInterchangeFile(path: string, celsius: CelsiusBounds): InterchangeJson {
  const { file, problems, warnings } = readInterchange(readJson(path), celsius)
  for (const warning of warnings) process.stderr.write(`${line('warning', warning)}\n`)
  if (!file) throw new BadInput(problems.map((problem) => line('problem', problem)))
  return file
}

const line = (kind: string, { path, code, message }: FileFinding): string =>
  `${kind} ${code} at ${path === '' ? '(the whole file)' : path}: ${message}`

function latestOf({ entries }: ChildRecord): Instant | null {
  return entries.reduce<Instant | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null)
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput([`${path}: is not JSON: ${error.message}`])
    throw new BadInput([`${path}: cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`])
  }
}
