import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../project/problem.ts'
import { attributeOf } from '../wxml/parse-wxml.ts'
import { type LintSource, pathFrom } from './source.ts'

/** A template that is used but defined nowhere, or a file that is imported but does not exist, draws nothing. */
export function undefinedTemplate({ program, units }: LintSource): Problem[] {
  return units.flatMap(({ templates }) => {
    const elements = templates.flatMap(({ file, elements: all }) => all.map((element) => ({ file, element })))
    const defined = new Set(
      elements.map(({ element }) => (element.tag === 'template' ? attributeOf(element, 'name') : undefined)),
    )
    return elements.flatMap(({ file, element }): Problem[] => {
      const { tag, line } = element
      const used = tag === 'template' ? attributeOf(element, 'is') : undefined
      if (used !== undefined && !used.includes('{{') && !defined.has(used))
        return [{ rule: 'undefined-template', file, line, message: `no template named "${used}"` }]
      const source = ['import', 'include', 'wxs'].includes(tag) ? attributeOf(element, 'src') : undefined
      if (source !== undefined && !existsSync(path.join(program.folder, pathFrom(file, source))))
        return [{ rule: 'undefined-template', file, line, message: `${source} does not exist` }]
      return []
    })
  })
}
