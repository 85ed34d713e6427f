import type { DoseQuestion } from '../../../shared/dosing/question.ts'
import type { DoseCheckJson } from '../../../shared/dosing/verdict.ts'
import { screenState } from '../../behaviors/screen.ts'
import { NO_GUARD, guardHere, guardThere, type Asked, type Guard } from './verdict.ts'
import type { Subject } from './subject.ts'

/** What the guard was asked of the dose in the open sheet, and what it said; only one sheet is ever open. */
let count = 0
let last: Asked | null = null
let check: DoseCheckJson | null = null
let answer: Promise<void> = Promise.resolve()

/** Asks this phone, then the server, and shows each answer, unless the dose has become another one in the meantime. */
export async function askGuard(
  asked: Asked | { readonly given: DoseQuestion | null },
  { current, row, intent }: Subject,
  show: (guard: Guard) => void,
): Promise<void> {
  stopAsking()
  const own = count
  if (row || !asked.given) {
    show(NO_GUARD)
    return
  }
  // A dose that answers an intent has been given: what this phone has against it is enough to look once more.
  const question = 'question' in asked && intent === null ? asked.question : null
  last = { question, given: asked.given }
  const here = guardHere(last, current, screenState(), intent?.id ?? null)
  check = here.check
  show(here)
  if (!here.isChecking) return
  answer = guardThere(last, here, current, screenState()).then((there) => {
    if (count !== own) return
    check = there.check
    show(there)
  })
  return answer
}

/** Asks once more what was asked last: the record has moved on. */
export async function askAgain(subject: Subject, show: (guard: Guard) => void): Promise<void> {
  if (last) await askGuard(last, subject, show)
}

/** What is on its way is not shown any more. */
export function stopAsking(): void {
  count += 1
  last = null
  check = null
  answer = Promise.resolve()
}

/** What the guard says of the dose, once it has answered; null where it was asked nothing. */
export async function answered(): Promise<DoseCheckJson | null> {
  await answer
  return check
}

/** What it has said so far. */
export const saidSoFar = (): DoseCheckJson | null => check
