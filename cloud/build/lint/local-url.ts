import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'
import { stylesheets } from './stylesheets.ts'

/** WXSS can't load a file of the package: the picture would be there in a browser and missing on a phone. */
export function localUrl({ program }: LintSource): Problem[] {
  return stylesheets(program.folder).flatMap(({ file, root }) => {
    const problems: Problem[] = []
    root.walkDecls(({ prop, value, source }) => {
      if (/url\((?!\s*['"]?data:)/.test(value))
        problems.push({
          rule: 'local-url',
          file,
          line: source?.start?.line,
          message: `${prop}: only data: URLs work in WXSS`,
        })
    })
    return problems
  })
}
