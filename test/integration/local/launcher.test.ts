import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../cloud/local/embedded-postgres.ts'
import { freePort, wantedPort } from '../../../cloud/local/free-port.ts'
import { RunningMark } from '../../../cloud/local/running.ts'

const START_MS = 60_000

describe('the embedded Postgres', () => {
  let directory: string
  let running: EmbeddedPostgres | null = null

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'shouwen-launcher-'))
    chmodSync(directory, 0o755) // root may run the tests; the database user must be able to enter
  })
  afterEach(() => {
    running?.stop()
    running = null
    rmSync(directory, { recursive: true, force: true })
  })

  const start = async (): Promise<EmbeddedPostgres> => {
    running = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } })
    return running
  }
  const pidFile = () => path.join(running!.directory, 'cluster', 'postmaster.pid')
  const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

  it(
    'is adopted, not started twice, when a killed start left it running',
    async () => {
      const first = await start()
      const second = await start()
      expect(second).toMatchObject({ adopted: true, port: first.port })
    },
    START_MS,
  )

  it(
    'starts again with its data after it was killed and left its pid file behind',
    async () => {
      const first = await start()
      await query(first, 'create table night (note text)')
      await query(first, `insert into night values ('kept')`)
      await query(first, 'checkpoint')
      process.kill(postmaster(), 'SIGKILL')
      await untilRefused(first.port)
      expect(existsSync(pidFile())).toBe(true)

      const second = await start()
      expect(second.adopted).toBe(false)
      expect(await query(second, 'select note from night')).toEqual([{ note: 'kept' }])
    },
    START_MS,
  )

  it(
    'is not taken in by a pid file that names another program',
    async () => {
      const first = await start()
      const file = pidFile()
      first.stop()
      writeFileSync(file, `${process.pid}\n/elsewhere\n0\n${first.port}\n`)
      expect((await start()).adopted).toBe(false)
      expect(await query(running!, 'select 1 as one')).toEqual([{ one: 1 }])
    },
    START_MS,
  )

  it(
    'makes the cluster anew when the first start was killed half-way',
    async () => {
      mkdirSync(path.join(directory, 'cluster.half'))
      writeFileSync(path.join(directory, 'cluster.half', 'PG_VERSION'), '18\n')
      await start()
      expect(await query(running!, 'select 1 as one')).toEqual([{ one: 1 }])
    },
    START_MS,
  )
})

describe('the ports', () => {
  it('steps aside when the wanted one is taken, and takes it when it is free', async () => {
    const taken = net.createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as net.AddressInfo
    expect(await freePort(port)).not.toBe(port)
    await new Promise((resolve) => taken.close(resolve))
    expect(await freePort(port)).toBe(port)
  })

  it.each(['abc', '-1', '65536', '80.5', ' '])('refuses %j as a port, by its name', (value) => {
    expect(() => wantedPort({ PORT: value }, 'PORT', 3000)).toThrow(`PORT must be a port between 0 and 65535`)
  })

  it('has its own when none is asked for', () => {
    expect(wantedPort({}, 'PORT', 3000)).toBe(3000)
    expect(wantedPort({ PORT: '0' }, 'PORT', 3000)).toBe(0)
  })
})

describe('the mark of a running start', () => {
  it('of a killed one, or of another program with its number, holds nobody back', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shouwen-mark-'))
    try {
      const mark = new RunningMark(folder)
      for (const pid of [process.ppid, 2 ** 22 - 1]) {
        writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid, address: 'http://localhost:1/' }))
        expect(mark.holder()).toBeNull()
      }
      writeFileSync(path.join(folder, 'running.json'), '{"pid":')
      expect(mark.holder()).toBeNull()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

async function query({ superuserUrl }: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function untilRefused(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (!isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
