import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where `usingComponents` of a file points to: absolute from the mini-program's root, else relative to the file. */
export function componentPath(folder: string, from: string, target: string): string | undefined {
  const plain = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target)
  return [plain, `${plain}/index`].find((candidate) => existsSync(path.join(folder, `${candidate}.json`)))
}
