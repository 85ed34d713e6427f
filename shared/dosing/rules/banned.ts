import { completedMonths } from '../../child/age.ts'
import type { Rule } from '../ask.ts'
import { banOf } from '../bans.ts'

/** The ingredient is not for children of this age at all. Without a birth date nobody can tell, which is said instead. */
export const banned: Rule = ({ record, ingredient, now, situation }) => {
  const ban = banOf(ingredient)
  if (!ban) return []
  const { birthDate } = record.child
  if (birthDate === null) return [{ rule: 'cannot_confirm', reason: 'birth_date_missing', entryIds: [], values: {} }]
  const months = completedMonths(birthDate, now, situation.zone)
  if (months >= ban.belowMonths) return []
  const values = { months, belowMonths: ban.belowMonths, source: ban.source }
  return [{ rule: 'banned', reason: 'banned_below_age', entryIds: [], values }]
}
