import path from 'node:path'
import * as esbuild from 'esbuild'
import type { MiniProgram } from '../../../cloud/build/project/mini-program.ts'
import { PACKAGE_PREFIX, packageEntry, phoneEntry } from './entry.ts'
import type { PreviewOptions } from './preview-options.ts'

const PHONE = 'preview-phone'

/**
 * One module graph, split at the package borders: a subpackage's code (and ECharts with it) is fetched
 * when a page first needs it, while modules both sides use stay one instance.
 */
export async function bundle(program: MiniProgram, runtime: string, options: PreviewOptions): Promise<void> {
  await esbuild.build({
    entryPoints: {
      phone: PHONE,
      'phone-look': path.join(runtime, 'phone.css'),
      landing: path.join(runtime, 'landing/landing.ts'),
      'landing-look': path.join(runtime, 'landing/landing.css'),
    },
    outdir: path.join(options.outDir, 'host'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2020',
    sourcemap: !options.minify,
    minify: options.minify === true,
    chunkNames: 'chunk-[hash]',
    logLevel: 'warning',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"', PREVIEW_API_BASE: '""', ...options.define },
    plugins: [virtualEntries(program, runtime)],
  })
}

function virtualEntries(program: MiniProgram, runtime: string): esbuild.Plugin {
  return {
    name: 'preview-entries',
    setup(build) {
      const filter = new RegExp(`^(?:${PHONE}$|${PACKAGE_PREFIX})`)
      build.onResolve({ filter }, (args) => ({ path: args.path, namespace: 'preview' }))
      build.onLoad({ filter: /.*/, namespace: 'preview' }, (args) => ({
        contents:
          args.path === PHONE
            ? phoneEntry(program, runtime)
            : packageEntry(program, args.path.slice(PACKAGE_PREFIX.length)),
        loader: 'js',
        resolveDir: runtime,
      }))
    },
  }
}
