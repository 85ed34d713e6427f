/**
 * Compiles a built mini-program with WeChat's own uploader and writes the outcome as JSON to a file.
 * Run as a process of its own: the uploader leaves workers behind and prints what it likes.
 * Arguments: folder of the build, file for the outcome.
 */
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Uploader {
  proxy(url: string): void
  Project: new (options: object) => object
  getCompiledResult(options: object): Promise<Record<string, unknown>>
}

export interface Outcome {
  problem: string | undefined
  /** Paths the uploader would send. */
  files: string[]
}

const [folder, outcomeFile] = process.argv.slice(2)
if (folder === undefined || outcomeFile === undefined) throw new Error('arguments: folder, outcome file')
writeFileSync(outcomeFile, JSON.stringify(await compile(folder)))
process.exit()

async function compile(projectPath: string): Promise<Outcome> {
  const require = createRequire(import.meta.url)
  const uploader = require('miniprogram-ci') as Uploader
  const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config') as { DefaultProjectAttr: object }
  // Nothing here needs WeChat's servers; a closed proxy keeps the uploader from asking them all the same.
  uploader.proxy('http://127.0.0.1:9')
  const project = new uploader.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath,
    privateKey: throwAwayKey(),
    ignores: [],
    attr: () => Promise.resolve(DefaultProjectAttr),
  })
  const setting = { es6: false, minify: false, minifyWXML: true, minifyWXSS: true }
  try {
    const result = await uploader.getCompiledResult({
      project,
      version: '0',
      setting,
      onProgressUpdate: () => undefined,
    })
    return { problem: undefined, files: Object.keys(result) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : JSON.stringify(error), files: [] }
  }
}

/** The uploader wants a key to sign with, even when nothing is sent. */
function throwAwayKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  return privateKey
}
