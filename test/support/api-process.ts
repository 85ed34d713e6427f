import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../cloud/local/free-port.ts'
import { SESSION_SECRET } from './session-secret.ts'

const MAIN = path.resolve(import.meta.dirname, '../../dist/node/server/main.js')

/** The compiled API in a process of its own, which can be killed. */
export interface ApiProcess {
  readonly url: string
  readonly pid: number
  /** SIGKILL: it gets no chance to say or write anything. */
  kill(): Promise<void>
  /** SIGTERM, as a deployment does. */
  stop(): Promise<void>
}

interface Options {
  readonly env?: Readonly<Record<string, string>>
  /** Hears every line of its log; without it nothing is logged. */
  readonly onLog?: (text: string) => void
}

/** Resolves when it is ready to serve. It takes tokens of any other server of these tests. */
export async function startApiProcess(databaseUrl: string, { env, onLog }: Options = {}): Promise<ApiProcess> {
  const port = await freePort(0)
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: '8',
      SESSION_SECRET,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: onLog ? 'debug' : 'fatal',
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...env,
    },
    stdio: ['ignore', onLog ? 'pipe' : 'ignore', 'inherit'],
  })
  child.stdout?.on('data', (text: Buffer) => onLog?.(text.toString('utf8')))
  const url = `http://127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  await ready(url, child)
  return { url, pid: child.pid!, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode} before it was ready`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(50)
  }
}
