import * as fc from 'fast-check'
import { SITES, type Entry } from '../../../../shared/record/entry.ts'
import { dose, ibuprofen, paracetamol, symptom, temperature } from './record.ts'

/** Times on a coarse grid, so that ties and exact hours are common. */
const when = (hours: number) => fc.integer({ min: 0, max: hours * 4 }).map((quarter) => quarter / 4)

const celsius = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 360, max: 374 }) },
  { weight: 1, arbitrary: fc.integer({ min: 374, max: 400 }) },
)

const entryOf = (hours: number): fc.Arbitrary<Entry> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(when(hours), celsius, fc.constantFrom('axillary' as const, ...SITES))
        .map(([time, value, site]) => temperature(time, value / 10, site)),
    },
    { weight: 1, arbitrary: when(hours).map((time) => ibuprofen(time)) },
    { weight: 1, arbitrary: when(hours).map((time) => paracetamol(time)) },
    { weight: 1, arbitrary: when(hours).map((time) => dose(time, { medicine: '阿莫西林', antipyretic: 'no' })) },
    { weight: 1, arbitrary: when(hours).map((time) => symptom(time, 'cough')) },
  )

/** Entries of up to `hours` hours in any order, each with an id of its own. */
export const entries = (hours: number, maxLength = 30): fc.Arbitrary<Entry[]> =>
  fc.array(entryOf(hours), { maxLength }).map((list) => list.map((entry, index) => ({ ...entry, id: `e${index}` })))
