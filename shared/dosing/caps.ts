import type { Microgram } from '../units/medicine.ts'
import type { CoveredAsk } from './ask.ts'

/**
 * Whether a dose on top of what was given would go over a cap. Of a dose whose amount is not known one cannot say that it
 * stays below, so the cap counts as reached by what was given.
 */
export const goesOver = ({ mass }: Pick<CoveredAsk, 'mass'>, given: Microgram, cap: Microgram): boolean =>
  mass === null ? given >= cap : given + mass > cap
