import { readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Root } from 'postcss'
import { filesUnder } from '../project/source-files.ts'

/** Every stylesheet of the mini-program, parsed, by its path inside the folder. */
export function stylesheets(folder: string): { file: string; root: Root }[] {
  return filesUnder(folder)
    .filter((file) => file.endsWith('.wxss'))
    .map((file) => ({ file, root: postcss.parse(readFileSync(path.join(folder, file), 'utf8')) }))
}
