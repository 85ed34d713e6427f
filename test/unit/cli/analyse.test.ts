import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AnalysisSchema } from '../../../shared/contract/schemas/analysis.schema.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const DEMO = path.join(ROOT, 'server/demo/demo-night.shouwen.json')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'analyse-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function tool(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/analyse.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function file(name: string, content: unknown): string {
  const target = path.join(folder, name)
  writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content))
  return target
}

const reading = (id: string, at: string, celsius: number) => ({
  id,
  kind: 'temperature',
  at,
  celsius,
  site: 'axillary',
})

describe('analyse', () => {
  it('prints the whole analysis of a night at the time of its latest entry', () => {
    const { status, stdout, stderr } = tool(DEMO)
    expect([status, stderr]).toEqual([0, ''])
    const analysis = AnalysisSchema.parse(JSON.parse(stdout))
    expect(stdout).toBe(`${JSON.stringify(analysis, null, 2)}\n`)
    expect(analysis.now).toBe('2026-01-16T07:02:00+08:00')
    expect(analysis.episodes).toMatchObject([
      { status: 'ongoing', maxCelsius: 39.6, readings: 14, doses: 3, feverDays: 2 },
    ])
  })

  it('looks from another moment, and leaves out what is later', () => {
    const { stdout } = tool(DEMO, '--now', '2026-01-15T13:00:00Z')
    expect(JSON.parse(stdout)).toMatchObject({
      now: '2026-01-15T21:00:00+08:00',
      episodes: [{ readings: 2, maxCelsius: 38.7 }],
    })
  })

  it('takes the zone of the first febrile entry where the child has none', () => {
    const entries = [reading('a', '2026-01-15T10:00:00Z', 36.8), reading('b', '2026-01-15T23:30:00+01:00', 38.5)]
    expect(JSON.parse(tool(file('zone.json', { format: 'shouwen/1', entries })).stdout)).toMatchObject({
      now: '2026-01-15T23:30:00+01:00',
      episodes: [{ start: '2026-01-15T23:30:00+01:00' }],
    })
  })

  it('asks about a reading in the other unit instead of refusing it', () => {
    const entries = [reading('a', '2026-01-15T10:00:00Z', 101.3)]
    expect(JSON.parse(tool(file('fahrenheit.json', { format: 'shouwen/1', entries })).stdout).implausible).toEqual([
      { entryId: 'a', reason: 'other_unit' },
    ])
  })

  it('tells unknown keys as warnings and goes on', () => {
    const { status, stderr } = tool(
      file('more.json', { format: 'shouwen/1', mood: 'fine', entries: [reading('a', '2026-01-15T10:00:00Z', 38)] }),
    )
    expect([status, stderr]).toEqual([0, 'warning unknown_key at /mood: is not of this format: left out\n'])
  })

  it('needs a moment for an empty record, and then answers', () => {
    const empty = file('empty.json', { format: 'shouwen/1' })
    expect(tool(empty)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--now') })
    expect(JSON.parse(tool(empty, '--now', '2026-01-15T10:00:00+02:00').stdout)).toMatchObject({
      now: '2026-01-15T10:00:00+02:00',
      episodes: [],
      latest: null,
      trend: { state: 'unknown', reason: 'no_reading' },
    })
  })

  it('reads a file with a byte order mark', () => {
    expect(tool(file('bom.json', `\uFEFF${readFileSync(DEMO, 'utf8')}`)).status).toBe(0)
  })
})

describe('analyse with bad input ends with 2 and says why', () => {
  const faulty = { format: 'shouwen/2', entries: [{ ...reading('a', '2026-01-15T10:00:00Z', 38), site: 'toe' }] }

  it.each<[string, () => string[], RegExp]>([
    ['no file named', () => [], /which file/],
    ['two files', () => [DEMO, DEMO], /one file only/],
    ['a missing file', () => [path.join(folder, 'nowhere.json')], /ENOENT/],
    ['a folder', () => [folder], /EISDIR/],
    ['no JSON', () => [file('broken.json', '{"format":')], /is not JSON/],
    ['a list', () => [file('list.json', [])], /problem wrong_type at \(the whole file\)/],
    [
      'faults',
      () => [file('faulty.json', faulty)],
      /problem not_one_of at \/format.*\nproblem not_one_of at \/entries\/0\/site/,
    ],
    ['a bad moment', () => [DEMO, '--now', '2026-01-16T03:10:00'], /--now 2026-01-16T03:10:00: must be/],
    ['a moment left out', () => [DEMO, '--now'], /--now/],
    ['an unknown option', () => [DEMO, '--then', '2026-01-16T03:10:00Z'], /--then/],
  ])('%s', (_, args, message) => {
    const { status, stdout, stderr } = tool(...args())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
