import type { Problem } from '../project/problem.ts'
import { methodNames } from './script-names.ts'
import type { LintSource } from './source.ts'

const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch):?[a-z]/

/** `bindtap="onSvae"`: WeChat says so only when somebody taps. */
export function undefinedHandler({ program, units }: LintSource): Problem[] {
  return units.flatMap(({ unit, templates }) => {
    const names = methodNames(program.folder, unit.script)
    return templates.flatMap(({ file, elements }) =>
      elements.flatMap((element) =>
        element.attributes
          .filter(({ name, value }) => EVENT.test(name) && value && !value.includes('{{') && !names.has(value))
          .map(({ name, value, line }) => ({
            rule: 'undefined-handler',
            file,
            line,
            message: `${name}="${value}": ${unit.script} has no such method`,
          })),
      ),
    )
  })
}
