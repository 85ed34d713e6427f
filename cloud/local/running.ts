import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Running {
  readonly pid: number
  readonly address: string | null
}

/** One start per data folder: the file names the process that has it, and where it answers. */
export class RunningMark {
  readonly #file: string

  constructor(dataDirectory: string) {
    mkdirSync(dataDirectory, { recursive: true })
    this.#file = path.join(dataDirectory, 'running.json')
  }

  /** The live process that has this folder; null when there is none, or only the mark of a killed one. */
  holder(): Running | null {
    try {
      const running = JSON.parse(readFileSync(this.#file, 'utf8')) as Running
      return running.pid !== process.pid && isAlive(running.pid) ? running : null
    } catch {
      return null
    }
  }

  write(address: string | null): void {
    writeFileSync(this.#file, JSON.stringify({ pid: process.pid, address } satisfies Running))
  }

  remove(): void {
    rmSync(this.#file, { force: true })
  }
}

/** A number may have gone to another program since; on Linux its name tells. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cloud/local/start.ts')
  } catch {
    return false
  }
}
