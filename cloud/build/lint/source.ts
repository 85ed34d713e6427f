import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MiniProgram, Unit } from '../project/mini-program.ts'
import type { Problem } from '../project/problem.ts'
import { type WxmlElement, type WxmlExpression, attributeOf, expressionsIn, parseWxml } from '../wxml/parse-wxml.ts'

/** One template file as the rules see it. */
interface TemplateFile {
  file: string
  elements: WxmlElement[]
  expressions: WxmlExpression[]
}

/** The mini-program with what several rules need of it, read once. */
export interface LintSource {
  program: MiniProgram
  units: readonly UnitSource[]
}

interface UnitSource {
  unit: Unit
  /** Its own template first, then every file it imports or includes. */
  templates: readonly TemplateFile[]
}

/** A rule looks at the whole source and says what is wrong. */
export type Rule = (source: LintSource) => Problem[]

export function readSource(program: MiniProgram): LintSource {
  const cache = new Map<string, TemplateFile>()
  const units = [...program.units.values()].map((unit) => ({
    unit,
    templates: templateClosure(program.folder, `${unit.path}.wxml`, cache),
  }))
  return { program, units }
}

/** Path inside the mini-program of a file named in a template or stylesheet. */
export function pathFrom(file: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
}

function templateClosure(folder: string, first: string, cache: Map<string, TemplateFile>): TemplateFile[] {
  const found: TemplateFile[] = []
  const waiting = [first]
  const seen = new Set<string>()
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (seen.has(file) || !existsSync(path.join(folder, file))) continue
    seen.add(file)
    const template = cache.get(file) ?? readTemplate(folder, file)
    cache.set(file, template)
    found.push(template)
    for (const element of template.elements) {
      const target = element.tag === 'import' || element.tag === 'include' ? attributeOf(element, 'src') : undefined
      if (target !== undefined) waiting.push(pathFrom(file, target))
    }
  }
  return found
}

function readTemplate(folder: string, file: string): TemplateFile {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return { file, elements: parseWxml(text), expressions: expressionsIn(text) }
}
