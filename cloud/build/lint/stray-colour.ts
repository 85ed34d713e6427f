import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../project/problem.ts'
import { filesUnder } from '../project/source-files.ts'
import type { LintSource } from './source.ts'

/** The one stylesheet that may name colours; scripts take them from `shared`. */
const TOKENS = 'styles/tokens.wxss'
const COLOUR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\(/gi

/** A colour written where it is used has no dark twin and drifts from the rest. */
export function strayColour({ program }: LintSource): Problem[] {
  return filesUnder(program.folder)
    .filter((file) => file !== TOKENS && ['.wxss', '.wxml', '.wxs', '.ts'].includes(path.extname(file)))
    .flatMap((file) => {
      const lines = withoutComments(readFileSync(path.join(program.folder, file), 'utf8')).split('\n')
      return lines.flatMap((text, index) =>
        [...text.matchAll(COLOUR)].map((match) => ({
          rule: 'stray-colour',
          file,
          line: index + 1,
          message: `${match[0]}: colours belong in ${TOKENS}`,
        })),
      )
    })
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}
