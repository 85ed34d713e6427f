import type { Problem } from '../project/problem.ts'
import { attributeOf } from '../wxml/parse-wxml.ts'
import type { LintSource } from './source.ts'

const CALL = /(?:^|[^\w.$'"])([A-Za-z_$][\w$]*)(?:\.[\w$]+)*\s*\(/g

/** Only WXS can be called from a template; a call on anything else gives nothing, without a word. */
export function undefinedWxs({ units }: LintSource): Problem[] {
  return units.flatMap(({ templates }) =>
    templates.flatMap(({ file, elements, expressions }) => {
      const modules = new Set(elements.map((each) => (each.tag === 'wxs' ? attributeOf(each, 'module') : undefined)))
      return expressions.flatMap(({ text, line }) =>
        [...withoutStrings(text).matchAll(CALL)]
          .filter((call) => !modules.has(call[1]))
          .map((call) => ({
            rule: 'undefined-wxs',
            file,
            line,
            message: `${call[1]}(…): no WXS module of that name here`,
          })),
      )
    }),
  )
}

function withoutStrings(expression: string): string {
  return expression.replace(/'[^']*'|"[^"]*"/g, "''")
}
