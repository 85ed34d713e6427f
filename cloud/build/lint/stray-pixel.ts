import type { Problem } from '../project/problem.ts'
import type { LintSource } from './source.ts'
import { stylesheets } from './stylesheets.ts'

const PIXELS = /(-?\d*\.?\d+)px\b/g

/** Sizes are in rpx so that they follow the phone's width; only a hairline is a pixel. */
export function strayPixel({ program }: LintSource): Problem[] {
  return stylesheets(program.folder).flatMap(({ file, root }) => {
    const problems: Problem[] = []
    root.walkDecls(({ prop, value, source }) => {
      for (const [all, amount] of value.matchAll(PIXELS)) {
        if (Math.abs(Number(amount)) > 1)
          problems.push({
            rule: 'stray-pixel',
            file,
            line: source?.start?.line,
            message: `${prop}: ${all} should be in rpx`,
          })
      }
    })
    return problems
  })
}
