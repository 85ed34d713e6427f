import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { compilerFolder, runFileCompilers } from './file-compilers.ts'
import { folderHash } from './folder-hash.ts'
import type { Outcome } from './compile-whole.ts'

const UPLOADER_TIMEOUT_MS = 180_000

export interface OfficialResult {
  complaints: string[]
  /** What could not run on this machine, in words. */
  skipped: string[]
  /** The same build passed before and was not compiled again. */
  cached: boolean
}

/** WeChat's own compilers over a built mini-program. A build that passed once is known by its hash. */
export async function officialCheck(builtFolder: string, cacheFolder: string): Promise<OfficialResult> {
  const stamp = path.join(cacheFolder, `${folderHash(builtFolder, ...compilerVersions())}.passed`)
  if (existsSync(stamp)) return { complaints: [], skipped: [], cached: true }
  await mkdir(cacheFolder, { recursive: true })
  const workFolder = await mkdtemp(path.join(cacheFolder, 'work-'))
  try {
    const skipped: string[] = []
    const compilers = compilerFolder(process.platform, process.arch)
    if (compilers === undefined) skipped.push(`wcc and wcsc: WeChat has none for ${process.platform} ${process.arch}`)
    const complaints = [
      ...(compilers === undefined ? [] : await runFileCompilers(compilers, builtFolder, workFolder)),
      ...(await runUploader(builtFolder, workFolder)),
    ]
    if (complaints.length === 0 && skipped.length === 0) await writeFile(stamp, '')
    return { complaints, skipped, cached: false }
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

async function runUploader(builtFolder: string, workFolder: string): Promise<string[]> {
  const outcomeFile = path.join(workFolder, 'outcome.json')
  const worker = path.join(import.meta.dirname, 'compile-whole.ts')
  const output = await runToEnd(process.execPath, [worker, builtFolder, outcomeFile])
  if (!existsSync(outcomeFile)) return [`miniprogram-ci ended without a result:\n${output}`]
  const { problem, files } = JSON.parse(await readFile(outcomeFile, 'utf8')) as Outcome
  if (problem !== undefined) return [`miniprogram-ci: ${problem}`]
  return files.includes('app.js') ? [] : ['miniprogram-ci: the compiled result has no app.js']
}

/** Ends with the process; returns the last of what it said, for when it failed without saying why. */
function runToEnd(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: UPLOADER_TIMEOUT_MS })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}

function compilerVersions(): string[] {
  const require = createRequire(import.meta.url)
  return ['miniprogram-compiler', 'miniprogram-ci'].map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string }
    return `${name}@${version}`
  })
}
