import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseQuickLog } from '../../../../shared/quick-log/parse-quick-log.ts'
import type { Draft, QuickLog } from '../../../../shared/quick-log/quick-log.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'

/** A line as somebody typed it at a moment, and the drafts the rules make of it. */
export interface Case {
  readonly id: string
  readonly now: string
  readonly text: string
  readonly expect: readonly Draft[]
  /** Codes of the issues, where the case is about them. */
  readonly issues?: readonly string[]
  /** What those issues speak of, as it was typed, where the case is about it. */
  readonly told?: readonly string[]
  /** What stays unread, where the case is about it. */
  readonly unread?: readonly string[]
}

/** The cases of a file beside this one: JSON Lines. */
export const casesOf = (file: string): readonly Case[] =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)

/** Three in the night, when most lines are typed. */
export const NIGHT = '2026-01-16T03:10:00+08:00'

export const parse = (text: string, now = NIGHT, names: readonly string[] = []): QuickLog =>
  parseQuickLog(text, parseStamp(now)!, names)
