import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'

/** preloadRule names pages and packages by hand: a slip there only makes the first chart slow. */
export function preloadRule({ program }: LintSource): Problem[] {
  const { app, pages } = program
  const known = (app.subPackages ?? app.subpackages ?? []).flatMap(({ root, name }) => [root, name])
  return Object.entries(app.preloadRule ?? {}).flatMap(([page, { packages }]) => {
    const wrong = packages.filter((each) => !known.includes(each)).map((each) => `no package ${each}`)
    if (!pages.includes(page)) wrong.push(`no page ${page}`)
    return wrong.map((message) => ({ rule: 'preload-rule', file: 'app.json', message }))
  })
}
