// npm run check: everything that can be known without running the product.
import { CHECKS, runSteps } from './steps.ts'

const failed = (await runSteps(CHECKS)).filter(({ ok }) => !ok)
if (failed.length > 0) process.exitCode = 1
