import { existsSync } from 'node:fs'
import path from 'node:path'
import type { MiniProgram } from '../../../cloud/build/project/mini-program.ts'
import { compileWxss } from './styles/compile-wxss.ts'
import { unitScope } from './unit-scope.ts'

/** One package's CSS in WeChat's order: app, components, pages; so a page overrides a component, a component the app. */
export function packageStylesheet(program: MiniProgram, packageRoot: string): string {
  const units = [...program.units.values()].filter((unit) => unit.packageRoot === packageRoot)
  const ordered = [
    ...units.filter((unit) => unit.kind === 'component'),
    ...units.filter((unit) => unit.kind === 'page'),
  ]
  const sheets = ordered
    .filter((unit) => existsSync(path.join(program.folder, `${unit.path}.wxss`)))
    .map((unit) => compileWxss(program.folder, `${unit.path}.wxss`, unitScope(unit)))
  if (packageRoot === '' && existsSync(path.join(program.folder, 'app.wxss')))
    sheets.unshift(compileWxss(program.folder, 'app.wxss', { kind: 'app' }))
  return sheets.join('\n')
}
