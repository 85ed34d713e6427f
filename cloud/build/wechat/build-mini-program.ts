import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { MiniProgramError } from '../project/problem.ts'
import { readMiniProgram } from '../project/read-mini-program.ts'
import { filesUnder } from '../project/source-files.ts'
import { compileScripts } from './compile-scripts.ts'
import type { buildEnvironment } from './environment.ts'

const COPIED = new Set(['.wxml', '.wxss', '.wxs', '.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp'])

export interface MiniProgramBuild {
  /** The source; left alone. */
  source: string
  /** Emptied first. */
  outDir: string
  environment: ReturnType<typeof buildEnvironment>
}

/** Builds what WeChat's tools upload: plain JavaScript, and the rest as it is. Throws MiniProgramError. */
export async function buildMiniProgram({ source, outDir, environment }: MiniProgramBuild): Promise<void> {
  const { program, problems } = readMiniProgram(source)
  if (problems.length > 0) throw new MiniProgramError(problems)
  await rm(outDir, { recursive: true, force: true })
  await compileScripts(program, { outDir, define: { SHOUWEN_ENV: JSON.stringify(environment) } })
  const known = jsonFiles(program.units.keys(), program.app.themeLocation)
  for (const file of filesUnder(source)) {
    const target = path.join(outDir, file)
    if (COPIED.has(path.extname(file))) await cp(path.join(source, file), target)
    else if (known.has(file)) await writeCompactJson(path.join(source, file), target)
  }
}

/** Configuration that WeChat reads; a tsconfig.json in the source is not. */
function jsonFiles(units: Iterable<string>, theme: string | undefined): Set<string> {
  const files = [...units].map((unit) => `${unit}.json`)
  return new Set(['app.json', 'sitemap.json', ...(theme === undefined ? [] : [theme]), ...files])
}

async function writeCompactJson(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  await writeFile(to, JSON.stringify(JSON.parse(await readFile(from, 'utf8'))))
}
