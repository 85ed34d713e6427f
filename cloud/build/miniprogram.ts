/** `npm run build:miniprogram`: the mini-program for WeChat, in dist/miniprogram. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { MiniProgramError } from './project/problem.ts'
import { buildEnvironment } from './wechat/environment.ts'
import { buildMiniProgram } from './wechat/build-mini-program.ts'
import { OUT_DIR, SOURCE } from './wechat/folders.ts'

const { version } = JSON.parse(await readFile(path.join(SOURCE, '../package.json'), 'utf8')) as { version: string }

try {
  const environment = buildEnvironment(process.env, version)
  const started = performance.now()
  await buildMiniProgram({ source: SOURCE, outDir: OUT_DIR, environment })
  console.log(`dist/miniprogram built in ${Math.round(performance.now() - started)} ms`)
  if (environment.apiBase === '') console.log('SHOUWEN_API_BASE is not set: this build knows no server')
} catch (error) {
  console.error(error instanceof MiniProgramError || !(error instanceof Error) ? String(error) : error.message)
  process.exitCode = 1
}
