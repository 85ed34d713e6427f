import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder } from '../project/source-files.ts'

/** Hash of all names and contents under a folder, and of what the result also depends on. */
export function folderHash(folder: string, ...alsoDependsOn: string[]): string {
  const hash = createHash('sha256')
  const add = (part: string | Buffer): void => {
    hash.update(`${part.length}:`).update(part)
  }
  for (const each of alsoDependsOn) add(each)
  for (const file of filesUnder(folder)) {
    add(file)
    add(readFileSync(path.join(folder, file)))
  }
  return hash.digest('hex')
}
