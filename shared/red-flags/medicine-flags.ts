import { findingsOnRecord } from '../dosing/check-dose.ts'
import { weightAt } from '../dosing/body-weight.ts'
import { IBUPROFEN_CAUTIONS } from '../dosing/cautions.ts'
import { knownMass, massFor, tenthsPerKg } from '../dosing/masses.ts'
import { dosesOf, type MedicineLog } from '../dosing/medicine-log.ts'
import { wholeRecord } from '../dosing/situation.ts'
import type { ChildRecord } from '../record/child-record.ts'
import type { SymptomEntry } from '../record/entry.ts'
import { DAY, HOUR, shift, type Instant } from '../time/instant.ts'
import { firstAfter, firstFrom } from '../time/search.ts'
import type { Zone } from '../time/zone.ts'
import { RED_FLAG_LIMITS } from './limits.ts'
import { flagOf, type RedFlag } from './red-flag.ts'

const L = RED_FLAG_LIMITS

/** What is looked at: medicines and symptoms up to now, and from when on. */
export interface MedicineView {
  readonly record: ChildRecord
  readonly log: MedicineLog
  readonly symptoms: readonly SymptomEntry[]
  readonly from: Instant
  readonly now: Instant
  readonly zone: Zone
}

/** R7: doses that should not have been given as they were, … */
export function mistakenDoses(view: MedicineView): readonly RedFlag[] {
  const { record, log, from, zone } = view
  const findings = findingsOnRecord(record, log, wholeRecord(zone), from)
  const entryIds = [...new Set(findings.map(({ dose }) => dose.id))]
  const contact = entryIds.length === 0 ? [] : [flagOf('R7', entryIds, { doses: entryIds.length })]
  return [...tooMuchOf('paracetamol', view), ...tooMuchOf('ibuprofen', view), ...contact]
}

const LINES = {
  paracetamol: { alarm: L.paracetamolTooMuch.value, poison: L.paracetamolToxic.value },
  ibuprofen: { alarm: L.ibuprofenToxic.value, poison: L.ibuprofenToxic.value },
} as const

/** … and an amount in any 24 hours that may do harm by itself. */
function tooMuchOf(ingredient: keyof typeof LINES, { record, log, from, zone }: MedicineView): readonly RedFlag[] {
  const doses = dosesOf(log, ingredient)
  const involved = new Set<string>()
  let most = 0
  let isPoison = false
  for (let index = firstFrom(doses, from); index < doses.length; index++) {
    const { at } = doses[index]!
    const window = doses.slice(firstAfter(doses, shift(at, -DAY)), index + 1)
    const weight = weightAt(record, at, zone)
    const mass = knownMass(window)
    if (!weight || mass < massFor(LINES[ingredient].alarm, weight.weight)) continue
    for (const { id } of window) involved.add(id)
    most = Math.max(most, tenthsPerKg(mass, weight.weight))
    isPoison ||= mass >= massFor(LINES[ingredient].poison, weight.weight)
  }
  if (involved.size === 0) return []
  const values = { ingredient, mgPerKg: most / 10, ...(isPoison ? { advice: 'poison' } : {}) }
  return [flagOf('R7', [...involved], values, { level: 'now' })]
}

const DRYING = IBUPROFEN_CAUTIONS.filter(({ kind, code }) => kind === 'symptom' && code !== 'wheeze').map(
  ({ code }) => code,
)

/** R9: ibuprofen in the last 24 hours, and in them something that makes it hard on the kidneys, or chickenpox. */
export function ibuprofenWhileDry({ log, symptoms, now }: MedicineView): readonly RedFlag[] {
  const from = shift(now, -L.symptomsWithin.value * HOUR)
  const doses = dosesOf(log, 'ibuprofen')
  const given = doses.slice(firstAfter(doses, from))
  const noted = symptoms.filter(({ at, present, code }) => present && at > from && DRYING.includes(code))
  if (given.length === 0 || noted.length === 0) return []
  const codes = [...new Set(noted.map(({ code }) => code))].join(' ')
  return [
    flagOf(
      'R9',
      [...given, ...noted].map(({ id }) => id),
      { symptoms: codes },
    ),
  ]
}
