import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

const PLAIN = new Set(['view', 'text', 'image', 'cover-view'])
const TAP = /^(?:bind|catch|mut-bind):?tap$/

/** What can be tapped but has no role is just text to a screen reader, and out of a keyboard's reach. */
export function tapRole({ units }: LintSource): Problem[] {
  return units.flatMap(({ templates }) =>
    templates.flatMap(({ file, elements }) =>
      elements
        .filter(
          ({ tag, attributes }) => PLAIN.has(tag) && attributes.some(({ name, value }) => TAP.test(name) && value),
        )
        .filter(({ attributes }) => !attributes.some(({ name }) => name === 'aria-role' || name === 'aria-hidden'))
        .map(({ tag, line }) => ({
          rule: 'tap-role',
          file,
          line,
          message: `<${tag}> can be tapped but has no aria-role`,
        })),
    ),
  )
}
