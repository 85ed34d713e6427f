import { meaning, type Token } from '../tokenise.ts'
import type { Unit } from '../words/meaning.ts'

interface Duration {
  readonly minutes: number
  readonly next: number
}

const MINUTES: Readonly<Partial<Record<Unit, number>>> = { minute: 1, clockMinute: 1, hour: 60, days: 24 * 60 }

/** 半小时, 2个半小时, 1小时20分钟, 一刻钟, half an hour: a length of time. */
export function duration(tokens: readonly Token[], at: number): Duration | null {
  const first = part(tokens, at)
  if (!first) return null
  const second = first.hours ? part(tokens, first.next) : null
  return second && !second.hours
    ? { minutes: first.minutes + second.minutes, next: second.next }
    : { minutes: first.minutes, next: first.next }
}

function part(tokens: readonly Token[], at: number): (Duration & { readonly hours: boolean }) | null {
  const quarter = meaning(tokens[at], 'quarter')
  if (quarter) return { minutes: quarter.quarters * 15, next: at + 1, hours: false }
  const amount = quantity(tokens, at)
  if (!amount) return null
  const size = MINUTES[meaning(tokens[amount.next], 'unit')?.unit ?? 'other']
  if (size === undefined) return null
  const halfMore =
    size === 60 && meaning(tokens[amount.next + 1], 'half') !== undefined && !tokens[amount.next + 1]!.spaced
  const count = amount.count + (halfMore ? 0.5 : 0)
  return { minutes: Math.round(count * size), next: amount.next + (halfMore ? 2 : 1), hours: size === 60 }
}

/** 2, 1.5, 半, 半个, 2个半, a, half an. */
function quantity(tokens: readonly Token[], at: number): { readonly count: number; readonly next: number } | null {
  const token = tokens[at]
  if (meaning(token, 'half')) return { count: 0.5, next: skipPiece(tokens, at + 1) }
  if (meaning(token, 'one')) return { count: 1, next: at + 1 }
  if (token?.kind !== 'number') return null
  const count = Number(`${token.whole}.${token.fraction || '0'}`)
  const next = skipPiece(tokens, at + 1)
  // 38.2 半小时前: set off from the figure, the half is of the hour alone.
  const halfMore = meaning(tokens[next], 'half') !== undefined && !tokens[next]!.spaced
  return halfMore ? { count: count + 0.5, next: next + 1 } : { count, next }
}

/** 个, 个多 (半个多小时). */
function skipPiece(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '个' && !meaning(tokens[at], 'one')) return at
  return tokens[at + 1]?.text === '多' ? at + 2 : at + 1
}

/** 6小时一次: the end of how often something is due; null when it is none. */
export function rhythmEnd(tokens: readonly Token[], at: number): number | null {
  const length = duration(tokens, at)
  if (length === null || tokens[length.next]?.kind !== 'number') return null
  return meaning(tokens[length.next + 1], 'unit')?.unit === 'times' ? length.next + 2 : null
}
