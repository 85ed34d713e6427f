import { BUILT_IN_ELEMENTS } from '../wxml/built-in-elements.ts'
import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

/** A component of another package may not be there yet: something must stand in its place until it is. */
export function missingPlaceholder({ program, units }: LintSource): Problem[] {
  return units.flatMap(({ unit }) => {
    const file = `${unit.path}.json`
    const placeholders = unit.config.componentPlaceholder ?? {}
    return [...unit.using].flatMap(([tag, target]): Problem[] => {
      if (!isFarAway(program.units.get(target)?.packageRoot, unit.packageRoot)) return []
      const placeholder = placeholders[tag]
      if (placeholder === undefined)
        return [
          {
            rule: 'missing-placeholder',
            file,
            message: `<${tag}> lives in another package and has no componentPlaceholder`,
          },
        ]
      const standIn = unit.using.get(placeholder)
      const near = standIn !== undefined && !isFarAway(program.units.get(standIn)?.packageRoot, unit.packageRoot)
      if (BUILT_IN_ELEMENTS.has(placeholder) || near) return []
      return [
        {
          rule: 'missing-placeholder',
          file,
          message: `the placeholder <${placeholder}> of <${tag}> is itself not at hand`,
        },
      ]
    })
  })
}

function isFarAway(target: string | undefined, from: string): boolean {
  return target !== undefined && target !== '' && target !== from
}
