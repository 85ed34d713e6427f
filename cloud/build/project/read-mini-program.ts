import { existsSync } from 'node:fs'
import path from 'node:path'
import { componentPath } from './component-path.ts'
import type { AppConfig, ThemeConfig, UnitConfig } from './config.ts'
import { type MiniProgram, type Unit, packageRootOf } from './mini-program.ts'
import type { Problem } from './problem.ts'
import { readJson } from './source-files.ts'

/** Follows app.json through pages, packages and components. What is missing is a problem, not an exception. */
export function readMiniProgram(folder: string): { program: MiniProgram; problems: Problem[] } {
  const problems: Problem[] = []
  const app: AppConfig = { pages: [], ...readJson(folder, 'app.json', problems) }
  const subpackages = (app.subPackages ?? app.subpackages ?? []).map((each) => ({
    root: each.root.replace(/^\/|\/$/g, ''),
    pages: each.pages,
  }))
  const packageRoots = ['', ...subpackages.map((each) => each.root)]
  const pages = [...app.pages, ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  const units = new UnitReader(folder, app, packageRoots, problems).read(pages)
  const theme = readTheme(folder, app, problems)
  return { program: { folder, app, theme, pages, packageRoots, units }, problems: unique(problems) }
}

class UnitReader {
  readonly #units = new Map<string, Unit>()
  readonly #folder: string
  readonly #app: AppConfig
  readonly #packageRoots: readonly string[]
  readonly #problems: Problem[]

  constructor(folder: string, app: AppConfig, packageRoots: readonly string[], problems: Problem[]) {
    this.#folder = folder
    this.#app = app
    this.#packageRoots = packageRoots
    this.#problems = problems
  }

  read(pages: readonly string[]): Map<string, Unit> {
    for (const page of pages) this.#visit(page, 'page')
    return this.#units
  }

  #visit(unitPath: string, kind: Unit['kind']): void {
    if (this.#units.has(unitPath)) return
    const config = readJson(this.#folder, `${unitPath}.json`, this.#problems) as UnitConfig
    const unit: Unit = {
      path: unitPath,
      kind,
      config,
      using: new Map(),
      generics: new Map(),
      packageRoot: packageRootOf(this.#packageRoots, unitPath),
      script: this.#required([`${unitPath}.ts`, `${unitPath}.js`]),
    }
    this.#required([`${unitPath}.wxml`])
    this.#units.set(unitPath, unit)
    for (const [tag, target] of Object.entries(this.#app.usingComponents ?? {}))
      this.#follow('app', tag, target, unit.using)
    for (const [tag, target] of Object.entries(config.usingComponents ?? {}))
      this.#follow(unitPath, tag, target, unit.using)
    for (const [tag, generic] of Object.entries(config.componentGenerics ?? {})) {
      if (generic !== true && generic.default !== undefined) this.#follow(unitPath, tag, generic.default, unit.generics)
      else unit.generics.set(tag, undefined)
    }
  }

  #follow(from: string, tag: string, target: string, into: { set(tag: string, path: string): unknown }): void {
    const found = componentPath(this.#folder, from, target)
    if (found === undefined) {
      const message = `<${tag}> points to ${target}, which does not exist`
      this.#problems.push({ rule: 'missing-component', file: `${from}.json`, message })
      return
    }
    into.set(tag, found)
    this.#visit(found, 'component')
  }

  /** The first of these files that exists; the first of all when none does. */
  #required(candidates: readonly string[]): string {
    const found = candidates.find((each) => existsSync(path.join(this.#folder, each)))
    if (found === undefined)
      this.#problems.push({ rule: 'missing-file', file: candidates[0]!, message: 'file is missing' })
    return found ?? candidates[0]!
  }
}

function readTheme(folder: string, app: AppConfig, problems: Problem[]): ThemeConfig {
  const empty: ThemeConfig = { light: {}, dark: {} }
  return app.themeLocation === undefined ? empty : { ...empty, ...readJson(folder, app.themeLocation, problems) }
}

/** A wrong app-wide component is met once per unit but is one problem. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [`${each.file} ${each.message}`, each])).values()]
}
