import { casesOf, parse } from './cases.ts'

const FILES = [
  'worked-cases.jsonl',
  'times.jsonl',
  'temperatures.jsonl',
  'medicines.jsonl',
  'symptoms.jsonl',
  'judgements.jsonl',
  'nights.jsonl',
  'english.jsonl',
  'edges.jsonl',
  'edges-grammar.jsonl',
  'edges-time.jsonl',
  'tired.jsonl',
]

describe.each(FILES)('quick log: %s', (file) => {
  it.each(casesOf(file).map((one) => [one.id, one.text, one] as const))('%s %s', (_, __, one) => {
    const read = parse(one.text, one.now)
    expect(read.drafts).toEqual(one.expect)
    if (one.issues) expect(read.issues.map(({ code }) => code)).toEqual(one.issues)
    if (one.told) expect(read.issues.map(({ text }) => text)).toEqual(one.told)
    if (one.unread) expect(read.unread).toEqual(one.unread)
  })
})
