import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { CssSyntaxError, type Container, type Root, type Rule } from 'postcss'
import { MiniProgramError } from '../../../../cloud/build/project/problem.ts'
import { replaceUnits } from './units.ts'
import { type StyleScope, scopeRule } from './scope.ts'
import { themeByAttribute } from './theme-rules.ts'

/** CSS for the browser from one WXSS file of the mini-program and all it imports; throws MiniProgramError. */
export function compileWxss(folder: string, file: string, scope: StyleScope): string {
  try {
    const root = load(folder, file, [])
    root.walkAtRules((rule) => {
      if (/\d*rpx\b/.test(rule.params)) throw rule.error('rpx has no meaning in a query')
    })
    root.walkDecls((declaration) => {
      declaration.value = replaceUnits(declaration.value)
    })
    root.walkRules((rule) => {
      if (!isKeyframe(rule)) scopeOrFail(rule, scope)
    })
    themeByAttribute(root)
    return root.toString()
  } catch (error) {
    throw asProblem(folder, file, error)
  }
}

function load(folder: string, file: string, parents: readonly string[]): Root {
  const full = path.join(folder, file)
  const root = postcss.parse(readFileSync(full, 'utf8'), { from: full })
  root.walkAtRules('import', (rule) => {
    const target = /^['"]([^'"]+)['"]$/.exec(rule.params.trim())?.[1]
    if (target === undefined) throw rule.error('@import takes one quoted path')
    const imported = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
    if (!existsSync(path.join(folder, imported))) throw rule.error(`${target} does not exist`)
    if ([...parents, file].includes(imported)) throw rule.error(`${target} imports itself`)
    rule.replaceWith(load(folder, imported, [...parents, file]).nodes)
  })
  return root
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent as Container | undefined
  return parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes')
}

function scopeOrFail(rule: Rule, scope: StyleScope): void {
  try {
    scopeRule(rule, scope)
  } catch (error) {
    throw rule.error(error instanceof Error ? error.message : String(error))
  }
}

function asProblem(folder: string, file: string, error: unknown): unknown {
  if (!(error instanceof CssSyntaxError)) return error
  const where = error.file === undefined ? file : path.relative(folder, error.file).split(path.sep).join('/')
  return new MiniProgramError([{ rule: 'wxss', file: where, line: error.line, message: error.reason }])
}
