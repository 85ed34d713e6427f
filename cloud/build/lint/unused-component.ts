import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

/** A component that is declared but not used is still loaded with the page. */
export function unusedComponent({ units }: LintSource): Problem[] {
  return units.flatMap(({ unit, templates }) => {
    const elements = templates.flatMap((each) => each.elements)
    const used = new Set([
      ...elements.map(({ tag }) => tag),
      ...elements.flatMap(({ attributes }) =>
        attributes.filter(({ name }) => name.startsWith('generic:')).map(({ value }) => value),
      ),
      ...Object.values(unit.config.componentPlaceholder ?? {}),
    ])
    return Object.keys(unit.config.usingComponents ?? {})
      .filter((tag) => !used.has(tag))
      .map((tag) => ({
        rule: 'unused-component',
        file: `${unit.path}.json`,
        message: `<${tag}> is declared but never used`,
      }))
  })
}
