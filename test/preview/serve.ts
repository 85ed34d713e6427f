import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { MiniProgramError } from '../../cloud/build/project/problem.ts'
import { buildPreview } from './build/build-preview.ts'
import { servePreview } from './build/serve-preview.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    api: { type: 'string', default: '' },
    source: { type: 'string' },
    minify: { type: 'boolean', default: false },
  },
})

const outDir = await mkdtemp(path.join(tmpdir(), 'shouwen-preview-'))
const started = performance.now()
try {
  const { bytes } = await buildPreview({
    outDir,
    minify: values.minify,
    define: { PREVIEW_API_BASE: JSON.stringify(values.api) },
    ...(values.source === undefined ? {} : { source: path.resolve(values.source) }),
  })
  console.log(`built ${Math.round(bytes / 1024)} kB in ${Math.round(performance.now() - started)} ms`)
} catch (error) {
  await rm(outDir, { recursive: true, force: true })
  if (!(error instanceof MiniProgramError)) throw error
  console.error(error.message)
  process.exit(1)
}

const server = await servePreview({ outDir, port: Number(values.port), host: values.host })
console.log(`two phones: ${server.url}\none phone:  ${server.url}phone.html`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => rm(outDir, { recursive: true, force: true }))
  })
}
