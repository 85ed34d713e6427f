import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { MiniProgram } from '../project/mini-program.ts'
import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

const ICON_LIMIT = 40 * 1024
const ICON_ENDINGS = ['.png', '.jpg', '.jpeg']

/** WeChat's conditions for a tab bar: 2–5 pages of the main package, small pixel icons, light and dark. */
export function tabBar({ program }: LintSource): Problem[] {
  const { tabBar: bar, pages } = program.app
  if (bar === undefined) return []
  const problem = (message: string): Problem => ({ rule: 'tab-bar', file: 'app.json', message })
  const problems: Problem[] = []
  if (bar.list.length < 2 || bar.list.length > 5)
    problems.push(problem(`a tab bar has 2 to 5 tabs, not ${bar.list.length}`))
  for (const { pagePath, iconPath, selectedIconPath } of bar.list) {
    if (!pages.includes(pagePath)) problems.push(problem(`${pagePath} is no page of the main package`))
    const icons = [iconPath, selectedIconPath].filter((icon) => icon !== undefined)
    for (const icon of icons.flatMap((each) => inBothThemes(program, each))) {
      const full = path.join(program.folder, icon)
      if (!existsSync(full)) problems.push(problem(`the icon ${icon} does not exist`))
      else if (!ICON_ENDINGS.includes(path.extname(icon))) problems.push(problem(`the icon ${icon} must be png or jpg`))
      else if (statSync(full).size > ICON_LIMIT) problems.push(problem(`the icon ${icon} is over 40 kB`))
    }
  }
  return problems
}

function inBothThemes({ theme }: MiniProgram, value: string): string[] {
  if (!value.startsWith('@')) return [value]
  const name = value.slice(1)
  return [theme.light[name] ?? `${value} (light)`, theme.dark[name] ?? `${value} (dark)`]
}
