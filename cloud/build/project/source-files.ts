import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from './problem.ts'

/** Every file under a folder, as sorted paths inside it with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

/** The object in a JSON file; a missing or broken file becomes a problem and an empty object. */
export function readJson(folder: string, file: string, problems: Problem[]): object {
  const full = path.join(folder, file)
  if (!existsSync(full)) {
    problems.push({ rule: 'missing-file', file, message: 'file is missing' })
    return {}
  }
  try {
    const value: unknown = JSON.parse(readFileSync(full, 'utf8'))
    if (typeof value === 'object' && value !== null) return value
    problems.push({ rule: 'bad-json', file, message: 'is not an object' })
  } catch (error) {
    problems.push({ rule: 'bad-json', file, message: error instanceof Error ? error.message : String(error) })
  }
  return {}
}
