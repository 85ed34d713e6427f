import type { ApiProblem } from '../services/api-problem.ts'
import type { Texts } from '../texts/texts.ts'
import type { MembersTexts } from './texts/members.ts'

const WORDS: Readonly<Partial<Record<ApiProblem['code'], Exclude<keyof MembersTexts['refused'], 'title'>>>> = {
  network: 'offline',
  timeout: 'offline',
  request_timeout: 'offline',
  unreadable: 'offline',
  internal: 'busy',
  database_unavailable: 'busy',
  headers_too_large: 'busy',
  role_forbidden: 'forbidden',
  not_found: 'gone',
  too_many_requests: 'guessed',
  unauthenticated: 'signIn',
  invalid_request: 'name',
}

/** Why something that only the server can do was not done; the banner speaks of what was logged instead. */
export function refusedText({ code }: Pick<ApiProblem, 'code'>, { refused }: MembersTexts, { banner }: Texts): string {
  const word = WORDS[code]
  return word === undefined ? banner.problem[code] : refused[word]
}
