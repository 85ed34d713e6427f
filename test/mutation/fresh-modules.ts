import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const sources = new Map<string, string>()

/**
 * Lets one process load the same files again and again, each time from their first line: a constant is computed when
 * its module loads, so a mutant inside it is only seen by modules loaded after it was switched on.
 *
 * A round is a query on the address of a file; whatever that file imports from `root` inherits it.
 */
export function allowFreshModules(root: string): (file: string, round: number) => Promise<unknown> {
  const home = pathToFileURL(root + path.sep).href
  const own = (url: string): boolean =>
    url.startsWith(home) && /\.ts(\?|$)/.test(url) && !url.includes('/node_modules/')
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      const round = /\?round=\d+$/.exec(context.parentURL ?? '')?.[0]
      return round && own(found.url) && !found.url.includes('?') ? { ...found, url: found.url + round } : found
    },
    load(url, context, next) {
      if (!own(url) || !url.includes('?round=')) return next(url, context)
      return { format: 'module', source: plainSource(fileURLToPath(url)), shortCircuit: true }
    },
  })
  return (file, round) => import(`${pathToFileURL(file).href}?round=${round}`)
}

function plainSource(file: string): string {
  const known = sources.get(file)
  if (known !== undefined) return known
  const source = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  sources.set(file, source)
  return source
}
