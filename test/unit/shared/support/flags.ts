import { analyse } from '../../../../shared/analysis/analyse.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { at, recordOf, shanghai, type When } from './record.ts'

export const flagsOf = (list: readonly Entry[], now: When, record: Partial<ChildRecord> = {}) =>
  analyse(recordOf(list, record), at(now), shanghai).redFlags

/** Rules of the flags, in their order. */
export const rulesOf = (...args: Parameters<typeof flagsOf>) => flagsOf(...args).map(({ rule }) => rule)

export const flag = (rule: string, ...args: Parameters<typeof flagsOf>) =>
  flagsOf(...args).filter((one) => one.rule === rule)
