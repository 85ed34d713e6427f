/** Part of `npm run check`: our own lint over the source, then WeChat’s compilers over a fresh build. */
import { lintMiniProgram } from './lint/lint-mini-program.ts'
import { officialCheck } from './official/official-check.ts'
import { problemText } from './project/problem.ts'
import { readMiniProgram } from './project/read-mini-program.ts'
import { buildForChecks } from './wechat/build-for-checks.ts'
import { CHECKS_DIR, SOURCE } from './wechat/folders.ts'

const { program, problems } = readMiniProgram(SOURCE)
const found = problems.length > 0 ? problems : lintMiniProgram(program)
if (found.length > 0) {
  console.error([...found.map(problemText), `${found.length} problems in the mini-program`].join('\n'))
  process.exit(1)
}
console.log(`mini-program lint: ${program.units.size} pages and components, no problem`)

const built = await buildForChecks()
const started = performance.now()
const { complaints, skipped, cached } = await officialCheck(built, CHECKS_DIR)
for (const each of skipped) console.log(`skipped: ${each}`)
if (complaints.length > 0) {
  console.error(['WeChat’s compilers complain:', ...complaints].join('\n'))
  process.exit(1)
}
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(`WeChat’s compilers: no complaint (${cached ? 'this build passed before' : `${seconds} s`})`)
