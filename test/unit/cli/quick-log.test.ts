import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { casesOf, NIGHT } from '../shared/quick-log/cases.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

function tool(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/quick-log.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

const READING = { kind: 'temperature', at: '2026-01-16T02:30', celsius: 38.9 }

describe('quick-log', () => {
  it('reads the text it is called with', () => {
    const { status, stdout, stderr } = tool(['--now', NIGHT, '2:30 38.9'])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({ id: null, drafts: [READING], issues: [], unread: [] })
  })

  it('takes several words as one text', () => {
    expect(JSON.parse(tool(['--now', NIGHT, '2:30', '38.9', '乐乐']).stdout)).toEqual({
      id: null,
      drafts: [READING],
      issues: [],
      unread: ['乐乐'],
    })
  })

  it('answers each line of stdin under its id, in order', () => {
    const cases = casesOf('worked-cases.jsonl')
    const input = cases.map(({ id, now, text }) => JSON.stringify({ id, now, text })).join('\r\n')
    const { status, stdout } = tool([], `\uFEFF${input}\n\n`)
    expect(status).toBe(0)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(answers.map(({ id, drafts }) => [id, drafts])).toEqual(cases.map(({ id, expect: drafts }) => [id, drafts]))
    expect(answers.every((answer) => Array.isArray(answer['issues']) && Array.isArray(answer['unread']))).toBe(true)
  })

  it('lends --now to lines without a moment', () => {
    expect(JSON.parse(tool(['--now', NIGHT], '{"text":"2:30 38.9"}').stdout)).toMatchObject({
      id: null,
      drafts: [READING],
    })
  })
})

describe('quick-log with bad input ends with 2 and says why', () => {
  const good = JSON.stringify({ id: 1, now: NIGHT, text: '38.9' })

  it.each<[string, readonly string[], string, RegExp]>([
    ['no moment', ['38.9'], '', /which moment.*\nusage: /],
    ['a bad moment', ['--now', '2026-01-16', '38.9'], '', /--now 2026-01-16: must be/],
    ['an unknown option', ['--then', NIGHT], '', /--then.*\nusage: /],
    ['nothing at all', [], ' \n', /nothing to read/],
    ['no JSON', [], `${good}\nnope\n`, /^line 2: is not JSON: /],
    ['a list', [], `[]\n${good}`, /^line 1: must be an object/],
    ['null', [], 'null', /^line 1: must be an object/],
    ['no text', [], `${good}\n\n{"id":2,"now":"${NIGHT}"}`, /^line 3: "text" must be a string/],
    ['no moment in a line', [], '{"text":"38.9"}', /^line 1: "now" must be an ISO 8601/],
    ['a moment without an offset', [], '{"text":"38.9","now":"2026-01-16T03:10:00"}', /^line 1: "now" must be/],
    ['two bad lines', [], '{}\n3', /^line 1: .*\nline 2: /],
  ])('%s', (_, args, input, message) => {
    const { status, stdout, stderr } = tool(args, input)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
