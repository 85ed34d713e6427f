import { existsSync } from 'node:fs'
import { cp, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { MiniProgram } from '../../../cloud/build/project/mini-program.ts'
import { MiniProgramError } from '../../../cloud/build/project/problem.ts'
import { readMiniProgram } from '../../../cloud/build/project/read-mini-program.ts'
import { filesUnder } from '../../../cloud/build/project/source-files.ts'
import type { PreviewOptions } from './preview-options.ts'
import { bundle } from './bundle.ts'
import { breakingProblems } from './breaking-problems.ts'

const PREVIEW_FOLDER = path.resolve(import.meta.dirname, '..')
const REPOSITORY = path.resolve(PREVIEW_FOLDER, '../..')
const SOURCE_ENDINGS = new Set(['.ts', '.js', '.json', '.wxml', '.wxss', '.wxs', '.md'])

export interface PreviewBuild {
  /** Paths inside outDir. */
  files: string[]
  bytes: number
}

/** Builds the mini-program and the host around it for a browser; throws MiniProgramError with every problem. */
export async function buildPreview(options: PreviewOptions): Promise<PreviewBuild> {
  const source = options.source ?? path.join(REPOSITORY, 'miniprogram')
  const { program, problems } = readMiniProgram(source)
  if (problems.length === 0) problems.push(...breakingProblems(program))
  if (problems.length > 0) throw new MiniProgramError(problems)

  await rm(options.outDir, { recursive: true, force: true })
  await bundle(program, path.join(PREVIEW_FOLDER, 'runtime'), options)
  await copyAssets(program, options.outDir)
  for (const page of ['index.html', 'phone.html'])
    await cp(path.join(PREVIEW_FOLDER, 'runtime', page), path.join(options.outDir, page))
  return measure(options.outDir)
}

async function copyAssets(program: MiniProgram, outDir: string): Promise<void> {
  const assets = filesUnder(program.folder).filter((file) => !SOURCE_ENDINGS.has(path.extname(file)))
  for (const file of assets) {
    if (existsSync(path.join(outDir, file)))
      throw new Error(`${file} of the mini-program would hide a file of the host`)
    await cp(path.join(program.folder, file), path.join(outDir, file))
  }
}

async function measure(outDir: string): Promise<PreviewBuild> {
  const files = filesUnder(outDir)
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(outDir, file))).size))
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
