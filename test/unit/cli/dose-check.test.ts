import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DoseCheckSchema } from '../../../shared/contract/schemas/dose-check.schema.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const DEMO = path.join(ROOT, 'server/demo/demo-night.shouwen.json')
const NIGHT = ['--now', '2026-01-16T03:10:00+08:00']
const MORNING = ['--now', '2026-01-16T07:10:00+08:00']

function tool(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/dose-check.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('dose-check', () => {
  it('prints the whole answer about a product and an amount', () => {
    const { status, stdout, stderr } = tool(DEMO, ...MORNING, '--product', 'meilin-susp', '--ml', '4')
    expect([status, stderr]).toEqual([0, ''])
    const check = DoseCheckSchema.parse(JSON.parse(stdout))
    expect(stdout).toBe(`${JSON.stringify(check, null, 2)}\n`)
    expect(check).toMatchObject({
      now: '2026-01-16T07:10:00+08:00',
      verdict: 'too_soon',
      earliestAt: '2026-01-16T09:45:00+08:00',
      ingredients: [{ ingredient: 'ibuprofen', dosesIn24h: 2, earliestIsLowerBound: false }],
    })
  })

  it.each([
    ['a compound', ['--product', 'huangnamin', '--count', '0.5'], 'not_covered'],
    ['an ingredient', ['--ingredient', 'ibuprofen'], 'allowed'],
    ['an ingredient and milligrams', ['--ingredient', 'ibuprofen', '--mg', '143'], 'over_single_dose'],
    ['mL without a strength', ['--ingredient', 'ibuprofen', '--ml', '5'], 'cannot_confirm'],
    ['what is banned', ['--ingredient', 'aspirin'], 'banned'],
    ['what nobody has rules for', ['--ingredient', 'xylitol'], 'not_covered'],
  ])('answers about %s', (_, args, verdict) => {
    expect(JSON.parse(tool(DEMO, '--now', '2026-01-18T08:00:00+08:00', ...args).stdout)).toMatchObject({ verdict })
  })
})

describe('bad input ends with 2, nothing on stdout and every fault on stderr', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dose-check-'))
    writeFileSync(path.join(folder, 'bad.json'), '{"format":"shouwen/2","entries":[{"id":"a","kind":"dose"}]}')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each<[string, string[], RegExp]>([
    ['no file', [...NIGHT, '--ingredient', 'ibuprofen'], /which file/],
    ['no moment', [DEMO, '--ingredient', 'ibuprofen'], /--now/],
    ['a moment without an offset', [DEMO, '--now', '2026-01-16T03:10:00', '--ingredient', 'ibuprofen'], /--now 2026/],
    ['no medicine', [DEMO, ...NIGHT], /either --product ID or --ingredient/],
    ['two medicines', [DEMO, ...NIGHT, '--product', 'meilin-susp', '--ingredient', 'ibuprofen'], /either/],
    ['an unknown product', [DEMO, ...NIGHT, '--product', 'nope'], /--product nope:.*\n {2}meilin-susp/],
    ['no code', [DEMO, ...NIGHT, '--ingredient', '布洛芬'], /lower-case code/],
    [
      'a word for a number',
      [DEMO, ...NIGHT, '--product', 'meilin-susp', '--ml', 'five'],
      /--ml five: must be a number/,
    ],
    ['nothing of it', [DEMO, ...NIGHT, '--product', 'meilin-susp', '--ml', '0'], /--ml 0/],
    ['less than nothing', [DEMO, ...NIGHT, '--product', 'meilin-susp', '--ml=-5'], /--ml -5/],
    ['infinity', [DEMO, ...NIGHT, '--product', 'meilin-susp', '--mg', 'Infinity'], /--mg Infinity/],
    [
      'two amounts, one bad',
      [DEMO, ...NIGHT, '--ingredient', 'ibuprofen', '--ml', '5', '--mg', 'x'],
      /one amount only.*\n--mg x/,
    ],
    ['an unknown option', [DEMO, ...NIGHT, '--ingredient', 'ibuprofen', '--drops', '5'], /--drops/],
  ])('%s', (_, args, message) => {
    const { status, stdout, stderr } = tool(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('a faulty file, with a path for each fault', () => {
    const { status, stderr } = tool(path.join(folder, 'bad.json'), ...NIGHT, '--ingredient', 'ibuprofen')
    expect(status).toBe(2)
    expect(stderr).toMatch(/at \/format.*\n.*at \/entries\/0\/at/)
  })
})
