// npm run bench:pool: writes by the size of the pool of database connections, as ratios of one run. It fails nothing.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { currentConsent } from '../../shared/consent/versions.ts'
import type { SignedIn } from '../../shared/contract/schemas/session.schema.ts'
import { startApiProcess, type ApiProcess } from '../support/api-process.ts'
import { postmasterOf, processesBelow, startMortalPostgres } from '../support/mortal-postgres.ts'
import { client } from '../support/test-client.ts'

const SIZES = [2, 5, 10, 20, 40]
/** As many phones as write at once, each in a family of its own. */
const CONNECTIONS = 32
const WRITES = 320
const ROUNDS = 3
/** The default, which the others are measured against. */
const BASE = 10
const TICKS_PER_SECOND = 100

interface Family {
  readonly familyId: string
  readonly childId: string
  readonly token: string
}

interface Round {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpuMs: number
}

spawnSync('npm', ['run', '--silent', 'build:server'], { stdio: 'inherit' })
const postgres = await startMortalPostgres()
const apis = new Map<number, ApiProcess>()
for (const size of SIZES)
  apis.set(
    size,
    await startApiProcess(postgres.apiUrl, {
      env: { DATABASE_POOL_SIZE: String(size), TRUST_WX_HEADER: 'true', JOBS: 'false' },
    }),
  )
const families: Family[] = []
for (let made = 0; made < CONNECTIONS; made++) families.push(await foundFamily(apis.get(BASE)!, `visitor-${made}`))

const rounds = new Map<number, Round[]>(SIZES.map((size) => [size, []]))
try {
  for (const size of SIZES) await writeAll(apis.get(size)!, WRITES / 4) // warm
  for (let round = 0; round < ROUNDS; round++) {
    // Alternating, and from the other end each time: what the machine does besides falls on all alike.
    for (const size of round % 2 === 0 ? SIZES : [...SIZES].reverse())
      rounds.get(size)!.push(await writeAll(apis.get(size)!, WRITES))
  }
} finally {
  for (const api of apis.values()) await api.stop()
  postgres.stop()
}

const base = medians(BASE)
console.log(
  `${CONNECTIONS} phones, one write a request, ${ROUNDS} alternating rounds of ${WRITES}; medians, pool of ${BASE} = 1\n`,
)
console.log('pool   writes/s      p50      p99   CPU per write (API + Postgres)')
for (const size of SIZES) {
  const { perSecond, p50, p99, cpuMs } = medians(size)
  const ratios = [perSecond / base.perSecond, p50 / base.p50, p99 / base.p99].map((ratio) =>
    ratio.toFixed(2).padStart(8),
  )
  console.log(
    `${String(size).padStart(4)} ${ratios.join(' ')}   ${cpuMs.toFixed(2)} ms (${(cpuMs / base.cpuMs).toFixed(2)})`,
  )
}

/** Through the front door, since the server's own parts run compiled only. */
async function foundFamily({ url }: ApiProcess, openId: string): Promise<Family> {
  const door = await client(url, null).post<SignedIn>('/auth/wechat', { code: 'unused' }, { 'x-wx-openid': openId })
  if (door.status !== 200) throw new Error(`nobody was let in: ${JSON.stringify(door.body)}`)
  const { accessToken: token } = door.body
  const [familyId, childId] = [randomUUID(), randomUUID()]
  const child = { childId, name: '乐乐', birthDate: '2023-03-01', sex: null, timeZone: 'Asia/Shanghai' }
  const founded = await client(url, token).post('/families', {
    familyId,
    name: '乐乐家',
    memberName: '妈妈',
    consentVersion: currentConsent('guardian'),
    child,
  })
  if (founded.status !== 200) throw new Error(`no family was founded: ${JSON.stringify(founded.body)}`)
  return { familyId, childId, token }
}

function reading(childId: string) {
  return {
    op: 'entry.create',
    changeId: randomUUID(),
    madeAt: '2026-01-15T22:10:05+08:00',
    entryId: randomUUID(),
    childId,
    content: { kind: 'temperature', at: '2026-01-15T22:10:00+08:00', celsius: 38.9, site: 'axillary' },
  }
}

async function writeAll(api: ApiProcess, writes: number): Promise<Round> {
  const took: number[] = []
  const cpuBefore = cpuTicks(api)
  const begun = performance.now()
  await Promise.all(
    families.map(async ({ familyId, childId, token }) => {
      const phone = client(api.url, token)
      for (let done = 0; done < writes / CONNECTIONS; done++) {
        const sent = performance.now()
        const { status } = await phone.post(`/families/${familyId}/sync`, {
          epoch: null,
          cursor: 1_000_000,
          changes: [reading(childId)],
        })
        if (status !== 200) throw new Error(`a write was answered with ${status}`)
        took.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  took.sort((a, b) => a - b)
  return {
    perSecond: took.length / seconds,
    p50: took[Math.floor(took.length * 0.5)]!,
    p99: took[Math.floor(took.length * 0.99)]!,
    cpuMs: ((cpuTicks(api) - cpuBefore) * 1000) / TICKS_PER_SECOND / took.length,
  }
}

function medians(size: number): Round {
  const all = rounds.get(size)!
  const of = (key: keyof Round): number => all.map((round) => round[key]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') }
}

/** What this API and the whole of Postgres have used so far, in clock ticks. */
function cpuTicks(api: ApiProcess): number {
  const postmaster = postmasterOf(postgres)
  return [api.pid, postmaster, ...processesBelow(postmaster)].reduce((sum, pid) => sum + ticksOf(pid), 0)
}

function ticksOf(pid: number): number {
  // After the name: state, ppid, … the 12th to 15th are its own time and that of connections it has seen ending.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)
}
