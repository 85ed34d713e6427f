import { BUILT_IN_ELEMENTS, TEMPLATE_TAGS } from '../wxml/built-in-elements.ts'
import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

/** A tag that is neither built in nor declared is drawn as an empty box on a phone. */
export function unknownTag(source: LintSource, builtIn: ReadonlySet<string> = BUILT_IN_ELEMENTS): Problem[] {
  return source.units.flatMap(({ unit, templates }) => {
    return templates.flatMap(({ file, elements }) =>
      elements
        .filter(
          ({ tag }) => !builtIn.has(tag) && !TEMPLATE_TAGS.has(tag) && !unit.using.has(tag) && !unit.generics.has(tag),
        )
        .map(({ tag, line }) => ({
          rule: 'unknown-tag',
          file,
          line,
          message: `<${tag}> is neither built in nor in the usingComponents of ${unit.path}.json`,
        })),
    )
  })
}
