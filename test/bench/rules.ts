// npm run bench:rules: what the whole analysis of a record costs, by its size. It prints; it fails nothing.
import { performance } from 'node:perf_hooks'
import { analyse } from '../../shared/analysis/analyse.ts'
import { analysisToJson } from '../../shared/analysis/analysis-to-json.ts'
import { checkDose } from '../../shared/dosing/check-dose.ts'
import { doseQuestion } from '../../shared/dosing/question.ts'
import { wholeRecord } from '../../shared/dosing/situation.ts'
import { recordFromInterchange } from '../../shared/interchange/interchange.ts'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import type { EntryJson } from '../../shared/record/entry-json.ts'
import { HOUR, formatStamp, instant, parseStamp, type Instant } from '../../shared/time/instant.ts'
import { zoneOf, fixedZone } from '../../shared/time/zone.ts'

const START = parseStamp('2024-01-15T20:00:00+08:00')!.at
const zone = zoneOf('Asia/Shanghai', fixedZone(480))

/** Illnesses of four days, one a month; or one that never ends, with something written down every quarter of an hour. */
type Shape = 'a year of illnesses' | 'one long illness'

/** Of a hundred entries some 70 readings, 20 doses and 10 symptoms. */
function entryOf(index: number, shape: Shape): EntryJson {
  const step = index % 100
  const at = formatStamp({ at: timeOf(index, shape), offsetMinutes: 480 })
  const id = `e${index}`
  if (step % 10 === 9) return { id, at, kind: 'symptom', code: step % 20 === 9 ? 'drinking' : 'chills', present: true }
  if (step % 5 === 4) return { id, at, kind: 'dose', productId: step % 10 === 4 ? 'syrup' : 'drops', ml: 4 }
  const celsius = 38.6 + Math.round(10 * Math.sin(step / 2)) / 10
  return { id, at, kind: 'temperature', celsius, site: step % 7 === 3 ? 'tympanic' : 'axillary' }
}

const timeOf = (index: number, shape: Shape): Instant =>
  instant(START + (shape === 'one long illness' ? index / 4 : Math.floor(index / 100) * 720 + (index % 100)) * HOUR)

const recordOf = (size: number, shape: Shape): ChildRecord =>
  recordFromInterchange({
    format: 'shouwen/1',
    child: { birthDate: '2022-11-03', timeZone: 'Asia/Shanghai', weights: [{ at: '2024-01-10', kg: 12 }] },
    products: [
      { id: 'syrup', name: '布洛芬混悬液', form: 'liquid', ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }] },
      { id: 'drops', name: '对乙酰氨基酚混悬滴剂', form: 'drops', ingredients: [{ code: 'paracetamol', mgPerMl: 32 }] },
    ],
    entries: Array.from({ length: size }, (_, index) => entryOf(index, shape)),
  })

/** The median of what a run takes, in milliseconds. */
function median(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)]!
}

const ms = (value: number): string => `${value.toFixed(3).padStart(9)} ms`

const SHAPES: readonly Shape[] = ['a year of illnesses', 'one long illness']
for (const shape of SHAPES) {
  console.log(`\n${shape}\nentries    analysis      per entry     one dose check`)
  for (const size of [100, 500, 1000, 2000, 5000, 10_000]) {
    const record = recordOf(size, shape)
    const now = instant(Math.max(...record.entries.map(({ at }) => at)))
    const question = doseQuestion({ productId: 'syrup', ml: 5 })
    const whole = median(41, () => analysisToJson(analyse(record, now, zone), zone))
    const check = median(41, () => checkDose(record, question, now, wholeRecord(zone)))
    const perEntry = `${((whole / size) * 1000).toFixed(2).padStart(7)} µs`
    console.log(`${String(size).padStart(7)} ${ms(whole)}     ${perEntry}   ${ms(check)}`)
  }
}
