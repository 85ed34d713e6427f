import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as esbuild from 'esbuild'
import type { MiniProgram } from '../project/mini-program.ts'
import { shortenExports } from './shorten-exports.ts'
import { VendorList, exportName, insideFolder, requirePath, resolveRelative, vendorFile } from './module-graph.ts'

const OUTSIDE = 'outside-module:'

export interface ScriptOptions {
  outDir: string
  define: Record<string, string>
}

/**
 * Every script the pages reach stays a CommonJS module of its own, so WeChat's package borders hold. What lies
 * outside the mini-program's folder is bundled once per package. A package from npm goes into the one file that
 * imports it, where unused parts fall away.
 */
export async function compileScripts(program: MiniProgram, options: ScriptOptions): Promise<void> {
  const vendor = new VendorList(program)
  const scripts = new Map<string, string>()
  const npmUsers = new Map<string, string>()
  let wave = ['app.ts', ...[...program.units.values()].map((unit) => unit.script)]
  while (wave.length > 0) {
    const found = new Set<string>()
    const { outputFiles } = await esbuild.build({
      ...settings(options.define),
      entryPoints: wave.map((file) => path.join(program.folder, file)),
      outbase: program.folder,
      outdir: options.outDir,
      write: false,
      plugins: [keepModules(program, vendor, npmUsers, found)],
    })
    for (const { path: full, text } of outputFiles) scripts.set(relative(options.outDir, full), shortenExports(text))
    wave = [...found].filter((file) => !scripts.has(file.replace(/\.ts$/, '.js')))
  }
  for (const [file, text] of scripts) await writeScript(options.outDir, file, linkVendor(file, text, vendor))
  for (const [root, modules] of vendor.entries()) await bundleVendor(root, modules, options)
}

function keepModules(
  program: MiniProgram,
  vendor: VendorList,
  npmUsers: Map<string, string>,
  found: Set<string>,
): esbuild.Plugin {
  return {
    name: 'keep-modules',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point' || !insideFolder(program.folder, args.importer)) return undefined
        const importer = relative(program.folder, args.importer)
        if (!args.path.startsWith('.')) {
          const other = npmUsers.get(args.path)
          if (other !== undefined && other !== importer)
            return {
              errors: [
                { text: `${args.path} is already imported by ${other}: import it there and pass on what is needed` },
              ],
            }
          npmUsers.set(args.path, importer)
          return undefined
        }
        const target = resolveRelative(args.resolveDir, args.path)
        if (!insideFolder(program.folder, target)) {
          vendor.add(importer, target)
          return { path: OUTSIDE + target, external: true }
        }
        const file = relative(program.folder, target)
        found.add(file)
        return { path: requirePath(importer, file), external: true }
      })
    },
  }
}

/** Only when every script is known is it clear which vendor file a module ends up in. */
function linkVendor(file: string, text: string, vendor: VendorList): string {
  return text.replace(/require\("outside-module:([^"]+)"\)/g, (_all, module: string) => vendor.access(file, module))
}

async function bundleVendor(root: string, modules: readonly string[], options: ScriptOptions): Promise<void> {
  const contents = modules.map((each, index) => `export * as ${exportName(index)} from ${JSON.stringify(each)}`)
  const { outputFiles } = await esbuild.build({
    ...settings(options.define),
    stdin: { contents: contents.join('\n'), resolveDir: '/', loader: 'js' },
    write: false,
  })
  await writeScript(options.outDir, vendorFile(root), outputFiles[0]!.text)
}

function settings(define: Record<string, string>) {
  return {
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2018',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"', ...define },
  } as const satisfies esbuild.BuildOptions
}

async function writeScript(outDir: string, file: string, text: string): Promise<void> {
  const full = path.join(outDir, file)
  await mkdir(path.dirname(full), { recursive: true })
  await writeFile(full, text)
}

function relative(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/')
}
