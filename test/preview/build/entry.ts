import path from 'node:path'
import type { MiniProgram, Unit } from '../../../cloud/build/project/mini-program.ts'
import type { Program, UnitProgram } from '../runtime/program.ts'
import { packageStylesheet } from './stylesheet.ts'
import { compileTemplates } from './templates.ts'
import { unitScope } from './unit-scope.ts'

export const PACKAGE_PREFIX = 'preview-package:'

/** Source of the phone's entry: the program as data, its packages as imports that the bundler splits. */
export function phoneEntry(program: MiniProgram, runtimeFolder: string): string {
  const data: Pick<Program, 'app' | 'theme' | 'pages' | 'units'> = {
    app: program.app,
    theme: program.theme,
    pages: program.pages,
    units: Object.fromEntries([...program.units.values()].map((unit) => [unit.path, unitProgram(unit)])),
  }
  const packages = program.packageRoots.map(
    (root) => `${JSON.stringify(root)}: () => import(${JSON.stringify(PACKAGE_PREFIX + root)})`,
  )
  return [
    `import { start } from ${JSON.stringify(path.join(runtimeFolder, 'start.ts'))}`,
    `start({`,
    `  ...${JSON.stringify(data)},`,
    `  packages: { ${packages.join(', ')} },`,
    `  startApp: () => require(${JSON.stringify(path.join(program.folder, 'app.ts'))}),`,
    `})`,
  ].join('\n')
}

/** Source of one package: its templates, and its scripts as functions so that the host can say who is being defined. */
export function packageEntry(program: MiniProgram, packageRoot: string): string {
  const units = [...program.units.values()].filter((unit) => unit.packageRoot === packageRoot)
  const scripts = units.map(
    (unit) => `${JSON.stringify(unit.path)}: () => require(${JSON.stringify(path.join(program.folder, unit.script))})`,
  )
  return [
    `export const templates = ${compileTemplates(program.folder, units)}`,
    `export const styles = ${JSON.stringify(packageStylesheet(program, packageRoot))}`,
    `export const scripts = { ${scripts.join(',\n')} }`,
  ].join('\n')
}

function unitProgram(unit: Unit): UnitProgram {
  const usingComponents = Object.fromEntries([...unit.using].map(([tag, target]) => [tag, `/${target}`]))
  const componentGenerics = Object.fromEntries(
    [...unit.generics].map(([tag, target]) => [
      tag,
      target === undefined ? (true as const) : { default: `/${target}` },
    ]),
  )
  const scope = unitScope(unit)
  return {
    kind: unit.kind,
    config: { ...unit.config, component: unit.kind === 'component', usingComponents, componentGenerics },
    packageRoot: unit.packageRoot,
    prefix: scope.kind === 'app' ? undefined : scope.prefix,
  }
}
