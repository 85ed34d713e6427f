import { existsSync } from 'node:fs'
import path from 'node:path'

/** A file of the project by its path from the root: compiled code stands deeper than its source, the file does not. */
export function projectFile(name: string): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`)
    folder = parent
  }
  return path.join(folder, name)
}
