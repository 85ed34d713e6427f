import path from 'node:path'
import { buildMiniProgram } from './build-mini-program.ts'
import { buildEnvironment } from './environment.ts'
import { CHECKS_DIR, SOURCE } from './folders.ts'

/** Builds with no settings, so that what is checked depends on the source alone; returns the folder. */
export async function buildForChecks(): Promise<string> {
  const outDir = path.join(CHECKS_DIR, 'miniprogram')
  await buildMiniProgram({ source: SOURCE, outDir, environment: buildEnvironment({}, 'check') })
  return outDir
}
