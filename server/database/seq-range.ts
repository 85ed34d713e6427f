import { And, LessThanOrEqual, MoreThan, type FindOperator } from 'typeorm'

/** A stretch of a family's order: later than `after`, up to and with `upTo`. */
export interface SeqRange {
  readonly after: number
  readonly upTo: number
}

export const between = ({ after, upTo }: SeqRange): FindOperator<number> => And(MoreThan(after), LessThanOrEqual(upTo))
