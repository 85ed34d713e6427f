import { Injectable } from '@nestjs/common'
import type { Scope } from '../database/scope.ts'

interface Window {
  readonly now: Date
  /** When a count that begins now is over. */
  readonly until: Date
}

export interface GuessCount {
  readonly wrong: number
  /** When it is over. */
  readonly until: Date
}

@Injectable()
export class GuessesRepository {
  /** One more for each of them, in one statement; how many there are now, in the same order. A count that is over begins anew. */
  async count(scope: Scope, guessers: readonly Buffer[], { now, until }: Window): Promise<GuessCount[]> {
    const rows = await scope.query<GuessCount & { guesser: Buffer }>(
      `insert into guess (guesser, wrong, until)
       select guesser, 1, $3 from unnest($1::bytea[]) guesser order by guesser
       on conflict (guesser) do update set
         wrong = case when guess.until <= $2 then 1 else guess.wrong + 1 end,
         until = case when guess.until <= $2 then excluded.until else guess.until end
       returning guesser, wrong, until`,
      [guessers, now, until],
    )
    return guessers.map((guesser) => rows.find((row) => row.guesser.equals(guesser))!)
  }

  async giveBack(scope: Scope, guessers: readonly Buffer[]): Promise<void> {
    await scope.query(
      `update guess set wrong = wrong - 1
       where guesser in (select guesser from guess where guesser = any($1) order by guesser for update) and wrong > 0`,
      [guessers],
    )
  }
}
