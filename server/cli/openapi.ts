// npm run openapi: writes docs/openapi.json; with --check it exits with 1 when that file is out of date.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openApiDocument } from '../platform/openapi.ts'

const file = path.resolve(import.meta.dirname, '../../docs/openapi.json')
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error('docs/openapi.json does not fit the contract. Write it again: npm run openapi')
    process.exitCode = 1
  }
} else {
  await writeFile(file, text)
}
