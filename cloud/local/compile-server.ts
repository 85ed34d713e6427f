import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import path from 'node:path'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** Compiles the server to dist/node without checking types (npm run check does): about 2 s. */
export async function compileServer(): Promise<void> {
  const tsc = path.join(PROJECT, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [tsc, '-p', 'server', '--noCheck'], { cwd: PROJECT })
}

/** A module of the compiled server, by its source's path from server/. */
export function compiledServer<Module>(source: string): Promise<Module> {
  return import(path.join(PROJECT, 'dist/node/server', source.replace(/\.ts$/, '.js'))) as Promise<Module>
}
