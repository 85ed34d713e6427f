import { HOUR } from '../../time/instant.ts'
import { isoIn } from '../../time/zone.ts'
import { toJin, toKg } from '../../units/weight.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { isOutdated, weightAt } from '../body-weight.ts'
import { isAbout, isRunning } from '../intent.ts'
import { inLast24h, type LoggedDose } from '../medicine-log.ts'
import { medicineText } from '../medicine-text.ts'
import type { Finding, Reason } from '../verdict.ts'
import { isOutsideBand } from '../weight-band.ts'

const found = (reason: Reason, entryIds: readonly string[] = [], values: Finding['values'] = {}): Finding => ({
  rule: 'cannot_confirm',
  reason,
  entryIds,
  values,
})

/** What the other rules would need to know and the record does not tell. Each gap is named, so that it can be filled. */
export const cannotConfirm: Rule<CoveredAsk> = (ask) => [
  ...childGaps(ask),
  ...strengthGaps(ask),
  ...earlierGaps(ask),
  ...intentGaps(ask),
  ...connectionGaps(ask),
]

function childGaps({ record, now, situation }: CoveredAsk): readonly Finding[] {
  const gaps: Finding[] = []
  if (record.child.birthDate === null) gaps.push(found('birth_date_missing'))
  const weight = weightAt(record, now, situation.zone)
  if (!weight) return [...gaps, found('weight_missing')]
  if (isOutdated(weight, record, now, situation.zone)) gaps.push(found('weight_outdated', [], { on: weight.on }))
  if (weight.confirmed !== true && isOutsideBand(weight, record.child))
    gaps.push(found('weight_implausible', [], { kg: toKg(weight.weight), jin: toJin(weight.weight) }))
  return gaps
}

/** Drops and suspension differ threefold: an amount means nothing before its concentration is known. */
function strengthGaps({ hasAmount, mass, product, ingredient }: CoveredAsk): readonly Finding[] {
  const part = product?.ingredients.find(({ code }) => code === ingredient)
  const unread = part !== undefined && part.perMl === null && part.perPiece === null
  return (hasAmount && mass === null) || (!hasAmount && unread) ? [found('concentration_missing')] : []
}

function earlierGaps({ doses, log, now }: CoveredAsk): readonly Finding[] {
  const unmeasured = inLast24h(doses, now).filter(({ mass }) => mass === null)
  const recent = inLast24h(log.doses, now)
  return [
    ...namedBy('earlier_amount_unknown', unmeasured),
    ...namedBy(
      'unknown_medicine',
      recent.filter(({ contents }) => contents.antipyretic === 'unknown'),
    ),
    ...namedBy('unknown_antipyretic', recent.filter(isNamelessAntipyretic)),
  ]
}

/** It lowers fever, nobody knows with what: it may be the very ingredient that is asked about. */
const isNamelessAntipyretic = ({ contents }: LoggedDose): boolean =>
  contents.antipyretic === 'yes' && contents.ingredients.length === 0

const namedBy = (reason: Reason, entries: readonly { readonly id: string }[]): readonly Finding[] =>
  entries.length === 0
    ? []
    : [
        found(
          reason,
          entries.map(({ id }) => id),
        ),
      ]

/** Somebody said they were giving it, and nobody has said whether they did. */
function intentGaps({ situation, limits, ingredient, log, now }: CoveredAsk): readonly Finding[] {
  return (situation.intents ?? [])
    .filter(
      (intent) =>
        !isRunning(intent, now) &&
        now - intent.at < limits.interval.value * HOUR &&
        isAbout(intent, ingredient, log.products),
    )
    .map((intent) =>
      found('intent_unanswered', [], {
        at: isoIn(situation.zone, intent.at),
        medicine: medicineText(intent.medicine, log.products),
        ...(intent.by === null ? {} : { by: intent.by }),
      }),
    )
}

function connectionGaps({ situation }: CoveredAsk): readonly Finding[] {
  if (situation.onlyThisPhone === true) return [found('only_this_phone')]
  const gaps: Finding[] = []
  if (!situation.online) gaps.push(found('offline'))
  if (situation.unsentChanges > 0) gaps.push(found('unsent_changes', [], { changes: situation.unsentChanges }))
  return gaps
}
