import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { analyse } from '../../../../shared/analysis/analyse.ts'
import { analysisToJson } from '../../../../shared/analysis/analysis-to-json.ts'
import { readInterchange } from '../../../../shared/contract/interchange.ts'
import { recordFromInterchange } from '../../../../shared/interchange/interchange.ts'
import { recordZone } from '../../../../shared/interchange/record-zone.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'

// Ten short records a clinician can read, each with what the rules must say of it and why: written by hand, never by the rules.

interface Expected {
  readonly why: string
  readonly now: string
  readonly analysis: object
}

const folder = import.meta.dirname
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.shouwen.json'))
  .map((file) => file.replace('.shouwen.json', ''))

describe('the golden episodes', () => {
  it('are ten', () => {
    expect(names).toHaveLength(10)
  })

  it.each(names)('%s', (name) => {
    const { file, problems, warnings } = readInterchange(read(`${name}.shouwen.json`))
    expect([problems, warnings]).toEqual([[], []])
    const record = recordFromInterchange(file!)
    const expected = read(`${name}.expected.json`) as Expected
    const zone = recordZone(record)!
    const json = analysisToJson(analyse(record, parseStamp(expected.now)!.at, zone), zone)
    expect(json).toMatchObject(expected.analysis)
  })
})
