import { spawn } from 'node:child_process'
import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { readMiniProgram } from '../project/read-mini-program.ts'
import { filesUnder } from '../project/source-files.ts'

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

/** Undefined when WeChat ships no compiler that runs on this machine. */
export function compilerFolder(platform: NodeJS.Platform, arch: string): string | undefined {
  // The Linux and Windows binaries are x64; a Mac runs its x64 one through Rosetta.
  if (arch !== 'x64' && platform !== 'darwin') return undefined
  const folder = FOLDERS[platform]
  if (folder === undefined) return undefined
  const require = createRequire(import.meta.url)
  const entry = require.resolve('miniprogram-compiler')
  return path.join(path.dirname(entry), 'bin', folder)
}

/**
 * WeChat's own WXML and WXSS compilers over a built mini-program; returns their complaints, none when it is fine.
 * The package's JavaScript around them swallows exit codes, so they are called directly.
 */
export async function runFileCompilers(folder: string, builtFolder: string, workFolder: string): Promise<string[]> {
  const files = filesUnder(builtFolder)
  const wxml = files.filter((file) => file.endsWith('.wxml'))
  const wxs = files.filter((file) => file.endsWith('.wxs'))
  const { units } = readMiniProgram(builtFolder).program
  // The unit's stylesheets first, then those that are only imported: -pc says how many of the first kind there are.
  const unitSheets = files.filter(
    (file) => file.endsWith('.wxss') && (units.has(file.slice(0, -5)) || file === 'app.wxss'),
  )
  const otherSheets = files.filter((file) => file.endsWith('.wxss') && !unitSheets.includes(file))
  const using = [...units.values()].filter((unit) => unit.using.size > 0)
  const components = using.map((unit) => [`${unit.path}.wxml`, unit.using.size, ...unit.using.keys()].join(' '))
  const wcc = await executable(folder, 'wcc', workFolder)
  const wcsc = await executable(folder, 'wcsc', workFolder)
  const results = await Promise.all([
    run(wcc, ['-d', '-cc', [components.length, ...components].join(' '), ...wxml, ...wxs, '-gn', '$gwx'], builtFolder),
    run(wcsc, ['-db', '-pc', String(unitSheets.length), ...unitSheets, ...otherSheets], builtFolder),
  ])
  return results.flat()
}

/** npm unpacks the Linux binaries without the permission to run them, and node_modules may be read-only. */
async function executable(folder: string, name: string, workFolder: string): Promise<string> {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const copy = path.join(workFolder, file)
  await mkdir(workFolder, { recursive: true })
  await copyFile(path.join(folder, file), copy)
  await chmod(copy, 0o755)
  return copy
}

function run(command: string, args: string[], cwd: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve([])
      else resolve([`${path.basename(command)}: ${complaint.trim() || `ended with ${code ?? signal ?? 'no code'}`}`])
    })
  })
}
