import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import compiler from 'glass-easel-template-compiler'
import type { Unit } from '../../../cloud/build/project/mini-program.ts'
import { MiniProgramError, type Problem } from '../../../cloud/build/project/problem.ts'

interface TemplateProblem {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  message: string
  path: string
  startLine: number
}

/** WXS lacks `new`: it has these two functions instead. */
const WXS_GLOBALS = 'var getRegExp=(a,b)=>new RegExp(a,b),getDate=(...a)=>new Date(...a);'

/**
 * JavaScript source of an expression: the compiled templates of these units, by path.
 * A warning of the compiler fails the build too; throws MiniProgramError.
 */
export function compileTemplates(folder: string, units: readonly Unit[]): string {
  const group = new compiler.TmplGroup()
  group.setExtraRuntimeScript(WXS_GLOBALS)
  const problems: Problem[] = []
  const done = new Set<string>()

  const addTemplate = (unitPath: string): void => {
    if (done.has(unitPath)) return
    done.add(unitPath)
    const file = `${unitPath}.wxml`
    if (!existsSync(path.join(folder, file))) {
      problems.push({ rule: 'wxml', file, message: 'imported, but does not exist' })
      return
    }
    const found = group.addTmpl(unitPath, readFileSync(path.join(folder, file), 'utf8')) as TemplateProblem[]
    for (const each of found) {
      if (each.level !== 'Note')
        problems.push({ rule: 'wxml', file: `${each.path}.wxml`, line: each.startLine + 1, message: each.message })
    }
    for (const name of group.getInlineScriptModuleNames(unitPath) as string[]) {
      refuseConstructor(file, group.getInlineScript(unitPath, name))
    }
    for (const other of group.getDirectDependencies(unitPath) as string[]) addTemplate(other.replace(/\.wxml$/, ''))
    for (const script of group.getScriptDependencies(unitPath) as string[]) addScript(script)
  }

  const addScript = (scriptPath: string): void => {
    const file = scriptPath.endsWith('.wxs') ? scriptPath : `${scriptPath}.wxs`
    if (done.has(file)) return
    done.add(file)
    if (!existsSync(path.join(folder, file))) {
      problems.push({ rule: 'wxs', file, message: 'imported, but does not exist' })
      return
    }
    const code = readFileSync(path.join(folder, file), 'utf8')
    refuseConstructor(file, code)
    group.addScript(scriptPath, code)
    for (const required of code.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      addScript(path.posix.join(path.posix.dirname(scriptPath), required[1]!))
    }
  }

  /** In WXS `x.constructor` is a string, in JavaScript a function: no shim can tell them apart. */
  const refuseConstructor = (file: string, code: string): void => {
    const at = code.search(/\.constructor\b/)
    if (at < 0) return
    const line = code.slice(0, at).split('\n').length
    problems.push({ rule: 'wxs', file, line, message: '.constructor differs between WXS and the preview' })
  }

  for (const unit of units) addTemplate(unit.path)
  if (problems.length > 0) throw new MiniProgramError(problems)
  return group.getTmplGenObjectGroups()
}
