import type { Problem } from '../project/problem.ts'
import type { Unit } from '../project/mini-program.ts'
import { type LintSource, pathFrom } from './source.ts'
import { stylesheets } from './stylesheets.ts'

const CLASS_ATTRIBUTES = new Set(['class', 'hover-class', 'placeholder-class', 'indicator-class'])
const CLASS_IN_SELECTOR = /\.(-?[A-Za-z_][\w-]*)/g

/** A class that no reachable stylesheet knows: a typo, or a leftover. */
export function undefinedClass({ program, units }: LintSource): Problem[] {
  const sheets = new Map(stylesheets(program.folder).map(({ file, root }) => [file, root]))

  const classesIn = (file: string, seen = new Set<string>()): Set<string> => {
    const classes = new Set<string>()
    const root = sheets.get(file)
    if (root === undefined || seen.has(file)) return classes
    seen.add(file)
    root.walkRules((rule) => {
      for (const match of rule.selector.matchAll(CLASS_IN_SELECTOR)) classes.add(match[1]!)
    })
    root.walkAtRules('import', (rule) => {
      const target = /['"]([^'"]+)['"]/.exec(rule.params)?.[1]
      if (target !== undefined) for (const each of classesIn(pathFrom(file, target), seen)) classes.add(each)
    })
    return classes
  }

  const appClasses = classesIn('app.wxss')
  return units.flatMap(({ unit, templates }) => {
    const known = classesIn(`${unit.path}.wxss`)
    if (seesAppStyles(unit)) for (const each of appClasses) known.add(each)
    return templates.flatMap(({ file, elements }) =>
      elements.flatMap(({ attributes }) =>
        attributes
          .filter(({ name }) => CLASS_ATTRIBUTES.has(name))
          .flatMap(({ value = '', line }) => namesIn(value).map((name) => ({ name, line })))
          .filter(({ name }) => !known.has(name) && name !== 'none')
          .map(({ name, line }) => ({
            rule: 'undefined-class',
            file,
            line,
            message: `no style for the class "${name}"`,
          })),
      ),
    )
  })
}

/** Styles of the app and of pages reach into a unit unless it is isolated, as components are by default. */
function seesAppStyles(unit: Unit): boolean {
  const isolation = unit.config.styleIsolation ?? (unit.kind === 'page' ? 'shared' : 'isolated')
  return unit.kind === 'page' ? isolation === 'shared' : isolation !== 'isolated'
}

/** Strings that are compared with, or only part of a name. */
const NOT_A_NAME = /(?:[=!<>]=+|\+)\s*'[^']*'|'[^']*'\s*(?:[=!<>]=+|\+)/g

/** The class names that are sure: words outside of {{ }}, and the strings that a {{ }} standing alone may give. */
function namesIn(value: string): string[] {
  const expressions = [...value.matchAll(/(^|\s)\{\{([\s\S]*?)\}\}(?=\s|$)/g)].map((match) => match[2]!)
  const given = expressions.flatMap((expression) =>
    [...expression.replace(NOT_A_NAME, '').matchAll(/'([^']*)'/g)].map((match) => match[1]!),
  )
  const plain = value.replace(/\S*\{\{[\s\S]*?\}\}\S*/g, ' ')
  return [...given, plain].flatMap((text) => text.split(/\s+/)).filter((name) => /^-?[A-Za-z_][\w-]*$/.test(name))
}
