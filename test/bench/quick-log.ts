import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseQuickLog } from '../../shared/quick-log/parse-quick-log.ts'
import { parseStamp, type Stamp } from '../../shared/time/instant.ts'

/** What reading a line costs: over every line of the fixtures, and over a paper log as it grows. Prints, judges nothing. */
const FIXTURES = path.resolve(import.meta.dirname, '../unit/shared/quick-log')
const ROUNDS = 15
const NIGHT = ['22:10 38.9 美林4ml', '23:40 37.8 出汗了', '02:15 38.6 手脚凉 没吐', '3:00 39.1 泰诺林3ml']

interface Line {
  readonly text: string
  readonly now: Stamp
}

const lines: readonly Line[] = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(path.join(FIXTURES, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { text: string; now: string })
  .map(({ text, now }) => ({ text, now: parseStamp(now)! }))

function millisecondsOf(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const show = (ms: number): string => `${(ms * 1000).toFixed(0).padStart(7)} µs`

function readAll(): void {
  for (const { text, now } of lines) parseQuickLog(text, now)
}

const first = millisecondsOf(() => parseQuickLog(lines[0]!.text, lines[0]!.now))
readAll()
const perLine = median(Array.from({ length: ROUNDS }, () => millisecondsOf(readAll))) / lines.length
const slowest = Math.max(
  ...lines.map(({ text, now }) =>
    median(Array.from({ length: ROUNDS }, () => millisecondsOf(() => parseQuickLog(text, now)))),
  ),
)
console.log(`the very first line, cold   ${show(first)}`)
console.log(`a line, median of ${lines.length} lines ${show(perLine)}`)
console.log(`the slowest line            ${show(slowest)}   (goal: below 1000 µs)`)

const { now } = lines[0]!
for (const entries of [4, 40, 200, 400]) {
  const log = Array.from({ length: entries }, (_, at) => NIGHT[at % NIGHT.length]!).join('\n')
  const cost = median(Array.from({ length: ROUNDS }, () => millisecondsOf(() => parseQuickLog(log, now))))
  console.log(`a paper log of ${String(entries).padStart(3)} lines   ${show(cost)}   ${show(cost / entries)} a line`)
}
