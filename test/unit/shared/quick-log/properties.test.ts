import * as fc from 'fast-check'
import { parseQuickLog } from '../../../../shared/quick-log/parse-quick-log.ts'
import type { Draft, QuickLog } from '../../../../shared/quick-log/quick-log.ts'
import { readElements } from '../../../../shared/quick-log/read-elements.ts'
import { oneSpelling } from '../../../../shared/quick-log/spelling.ts'
import { tokenise } from '../../../../shared/quick-log/tokenise.ts'
import { DAY, instant, MINUTE, shift, type Stamp } from '../../../../shared/time/instant.ts'
import { casesOf } from './cases.ts'

const FILES = [
  'worked-cases',
  'times',
  'temperatures',
  'medicines',
  'symptoms',
  'judgements',
  'nights',
  'english',
  'edges',
]
const LINES = FILES.flatMap((file) => casesOf(`${file}.jsonl`).map(({ text }) => text))

/** Scraps of real lines, shuffled and cut anywhere: far more likely to confuse a grammar than random characters. */
const scrap = fc
  .tuple(fc.constantFrom(...LINES), fc.nat(), fc.nat())
  .map(([line, from, length]) => line.slice(from % line.length, (from % line.length) + 1 + (length % 12)))
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(scrap, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 })
      .chain((lines) => fc.constantFrom(' ', '，', '\n', '。').map((sign) => lines.join(sign))),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from('0123456789.:点半时分前度一二十三没不喂美林ml ，、\n')),
    }),
  },
)
const stamp: fc.Arbitrary<Stamp> = fc
  .tuple(fc.integer({ min: 0, max: 400 * 24 * 60 }), fc.constantFrom(480, 0, -300, 330))
  .map(([minutes, offsetMinutes]) => ({ at: instant(Date.UTC(2026, 0, 10) + minutes * MINUTE), offsetMinutes }))

const runs = { numRuns: 600 }
const localMs = (at: string): number => Date.parse(`${at}:00Z`)
const nowMs = ({ at, offsetMinutes }: Stamp): number => at + offsetMinutes * MINUTE

describe('whatever is typed', () => {
  it('is read without failing, into whole drafts', () => {
    fc.assert(
      fc.property(text, stamp, (line, now) => {
        const { drafts, issues, unread } = parseQuickLog(line, now)
        for (const draft of drafts) expect(draft.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
        for (const part of [...unread, ...issues.map((issue) => issue.text)]) {
          expect(part.trim()).not.toBe('')
          expect(line).toContain(part)
        }
      }),
      runs,
    )
  })

  it('never is more than five minutes ahead of now', () => {
    fc.assert(
      fc.property(text, stamp, (line, now) => {
        for (const { at } of parseQuickLog(line, now).drafts)
          expect(localMs(at)).toBeLessThanOrEqual(nowMs(now) + 5 * MINUTE)
      }),
      runs,
    )
  })

  it('never holds a figure that was not in the text', () => {
    fc.assert(
      fc.property(text, stamp, (line, now) => {
        const told = figuresOf(oneSpelling(line))
        for (const draft of parseQuickLog(line, now).drafts)
          for (const figure of figuresIn(draft)) expect(told.has(figure)).toBe(true)
      }),
      runs,
    )
  })

  it('is all looked at: every character is in an element', () => {
    fc.assert(
      fc.property(text, (line) => {
        const spelled = oneSpelling(line)
        const covered = new Set<number>()
        for (const { start, end } of readElements(tokenise(spelled, [])))
          for (let at = start; at < end; at++) covered.add(at)
        const lost = spelled.split('').filter((char, at) => char !== ' ' && !covered.has(at))
        expect(lost).toEqual([])
      }),
      runs,
    )
  })

  it('tells something for every line that is not blank', () => {
    fc.assert(
      fc.property(text, stamp, (line, now) => {
        const { drafts, issues, unread } = parseQuickLog(line, now)
        expect(drafts.length + issues.length + unread.length > 0).toBe(line.trim() !== '')
      }),
      runs,
    )
  })
})

describe('a line without dates', () => {
  /** What names a day by the calendar is not moved by the calendar. */
  const dateless = text.filter(
    (line) =>
      !/\d\s*[月日号/\-.年]|[周期拜]|day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[一二三四五六七八九十]\s*[月日号]/i.test(
        oneSpelling(line),
      ),
  )

  it('means the same a whole number of days later', () => {
    fc.assert(
      fc.property(dateless, stamp, fc.integer({ min: 1, max: 40 }), (line, now, days) => {
        const later = parseQuickLog(line, { ...now, at: shift(now.at, days * DAY) })
        expect(later).toEqual(moved(parseQuickLog(line, now), days * DAY))
      }),
      runs,
    )
  })

  it('means the same local times wherever the clock stands at the same hour', () => {
    fc.assert(
      fc.property(text, stamp, (line, now) => {
        const here = parseQuickLog(line, { at: shift(now.at, now.offsetMinutes * MINUTE), offsetMinutes: 0 })
        expect(here).toEqual(parseQuickLog(line, now))
      }),
      runs,
    )
  })
})

function moved(log: QuickLog, ms: number): QuickLog {
  const drafts = log.drafts.map((draft) => ({
    ...draft,
    at: new Date(localMs(draft.at) + ms).toISOString().slice(0, 16),
  }))
  return { ...log, drafts }
}

function figuresIn(draft: Draft): readonly number[] {
  if (draft.kind === 'temperature') return [draft.celsius]
  return draft.kind === 'dose' ? [draft.ml, draft.mg, draft.count].filter((value) => value !== undefined) : []
}

const DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/**
 * Every figure the digits of a text could possibly stand for, by a far simpler reading than the parser's: all numbers in it,
 * each pair of neighbours joined by a point or as a fraction, with a half more, as tenths, in grams and in Fahrenheit.
 */
function figuresOf(spelled: string): ReadonlySet<number> {
  const words = spelled.replace(/[a-z]+/g, (word) => (ENGLISH.includes(word) ? ` ${ENGLISH.indexOf(word)} ` : word))
  const digits = words
    .replace(/([一二两三四五六七八九])百零?/g, (_, one: string) => ` ${DIGITS[one]!}00 `)
    .replace(
      /([一二三四五六七八九])?十([一二两三四五六七八九])?/g,
      (_, tens?: string, ones?: string) => ` ${(tens ? DIGITS[tens]! : '1') + (ones ? DIGITS[ones]! : '0')} `,
    )
    .replace(/[零〇一二两三四五六七八九]+/g, (row) => ` ${Array.from(row, (char) => DIGITS[char]!).join('')} `)
  const runs = (digits.match(/\d+/g) ?? []).flatMap((run) => [run, ...run.split('')])
  const alone = runs.map(Number)
  const figures = new Set<number>([0.5, ...alone])
  const add = (value: number) => {
    for (const one of [value, value + 0.5, value / 10, value * 1000]) figures.add(round(one))
  }
  for (const [at, run] of runs.entries()) {
    add(Number(run))
    if (run.endsWith('00')) add(Number(run) + Number(runs[at + 1] ?? 0))
    for (const other of runs.slice(at + 1)) {
      add(Number(`${run}.${other}`))
      for (const part of [Number(run) / Number(other), Number(other) / Number(run)])
        for (const more of [0, ...alone]) figures.add(round(part + more))
    }
  }
  for (const figure of [...figures]) figures.add(Math.round(((figure - 32) * 50) / 9) / 10)
  return figures
}

const round = (value: number): number => Math.round(value * 1000) / 1000
