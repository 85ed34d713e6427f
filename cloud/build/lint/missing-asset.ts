import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../project/problem.ts'
import { attributeOf } from '../wxml/parse-wxml.ts'
import { type LintSource, pathFrom } from './source.ts'

/** A picture whose file is not there. */
export function missingAsset({ program, units }: LintSource): Problem[] {
  return units.flatMap(({ templates }) =>
    templates.flatMap(({ file, elements }) =>
      elements
        .filter(({ tag }) => tag === 'image' || tag === 'cover-image')
        .map((element) => ({ line: element.line, source: attributeOf(element, 'src') ?? '{{}}' }))
        .filter(({ source }) => !source.includes('{{') && !/^[a-z]+:/.test(source))
        .filter(({ source }) => !existsSync(path.join(program.folder, pathFrom(file, source))))
        .map(({ line, source }) => ({ rule: 'missing-asset', file, line, message: `${source} does not exist` })),
    ),
  )
}
