import { findImplausible, type Implausible } from '../../../../shared/analysis/plausibility.ts'
import { checkRecordedDose } from '../../../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../../../shared/dosing/dose-check-json.ts'
import type { Situation } from '../../../../shared/dosing/situation.ts'
import type { DoseCheckJson } from '../../../../shared/dosing/verdict.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import { entryOfLine, type DraftLine } from './draft-line.ts'

/** What the rules say of lines that are not written down yet, by their keys. */
export interface LineChecks {
  readonly odd: ReadonlyMap<string, Implausible['reason']>
  /** Of every dose whose medicine is settled: at its own time, against all that was given before it. */
  readonly doses: ReadonlyMap<string, DoseCheckJson>
}

/** Looks at the lines as if they stood on the record already, each among all the others. */
export function checkLines(lines: readonly DraftLine[], record: ChildRecord, situation: Situation): LineChecks {
  const open = lines.filter(({ state, isSettled }) => state === 'open' && isSettled)
  const keys = new Set(open.map(({ key }) => key))
  const whole = recordWith(open, record)
  const odd = findImplausible(whole.entries).filter(({ entryId }) => keys.has(entryId))
  const doses = open.flatMap(({ key, content }): [string, DoseCheckJson][] => {
    const check = content.kind === 'dose' ? checkRecordedDose(whole, key, situation) : null
    return check ? [[key, doseCheckToJson(check, situation.zone)]] : []
  })
  return { odd: new Map(odd.map(({ entryId, reason }) => [entryId, reason])), doses: new Map(doses) }
}

/** The record as it would be with the lines on it. */
export const recordWith = (lines: readonly DraftLine[], record: ChildRecord): ChildRecord => ({
  ...record,
  entries: [...record.entries, ...lines.map(entryOfLine)],
})
