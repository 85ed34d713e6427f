/** Part of `npm run check`: bytes per package of the WeChat build against the budget. */
import { buildForChecks } from './wechat/build-for-checks.ts'
import { budgetProblems, packageSizes, sizeTable } from './wechat/measure-packages.ts'

const sizes = packageSizes(await buildForChecks())
console.log(sizeTable(sizes))
const problems = budgetProblems(sizes)
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
