import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildEnvironment } from '../../cloud/build/wechat/environment.ts'
import { buildMiniProgram } from '../../cloud/build/wechat/build-mini-program.ts'
import { SOURCE } from '../../cloud/build/wechat/folders.ts'
import { BUILT } from '../component/support/built.ts'

/** The mini-program as WeChat gets it: what is rendered is what is shipped, but for the simulator under it. */
async function buildComponents(): Promise<void> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'shouwen-components-'))
  await buildMiniProgram({ source: SOURCE, outDir, environment: buildEnvironment({}, 'test') })
  process.env[BUILT] = outDir
}
export { buildComponents as default }
