import { fixedZone } from '../../../../shared/time/zone.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { ApiProblem } from '../../../services/api-problem.ts'
import type { AccessLogEvent } from '../../../services/families/families.ts'
import { refusedText } from '../../refused.view.ts'
import { membersTexts, type MembersTexts } from '../../texts/members.ts'

export interface AccessLogView {
  readonly isLarge: boolean
  readonly hint: string
  /** Instead of events: none yet, being fetched, or why there are none. */
  readonly note: string
  readonly events: readonly { readonly id: string; readonly when: string; readonly what: string }[]
  readonly more: string
}

/** What has been fetched so far. */
export interface Fetched {
  readonly events: readonly AccessLogEvent[]
  readonly more: boolean
  readonly isWaiting: boolean
  readonly problem: Pick<ApiProblem, 'code'> | null
}

export const NOTHING: Fetched = { events: [], more: false, isWaiting: true, problem: null }

/** Who came, went and did what, in plain words. `names`: of everybody who ever belonged to the family, by account. */
export function accessLogView(
  state: ScreenState,
  { events, more, isWaiting, problem }: Fetched,
  offsetMinutes: number,
): AccessLogView {
  const { family, preferences, texts, now } = state
  const { language } = preferences
  const words = membersTexts(language)
  const zone = fixedZone(offsetMinutes)
  const nameOf = (id: string | null): string => (id === null ? '' : (family.names.get(id) ?? words.log.former))
  return {
    isLarge: preferences.isLarge,
    hint: words.log.hint,
    note: problem
      ? refusedText(problem, words, texts)
      : isWaiting
        ? words.log.loading
        : events.length === 0
          ? words.log.empty
          : '',
    events: events.map((event) => ({
      id: event.id,
      when: momentText(parseStamp(event.at)!.at, now, zone, language),
      what: eventText(event, nameOf, words, event.role === null ? '' : texts.family.roles[event.role]),
    })),
    more: more && !isWaiting ? words.log.more : '',
  }
}

function eventText(
  { event, accountId, subjectId }: AccessLogEvent,
  nameOf: (id: string | null) => string,
  { log }: MembersTexts,
  role: string,
): string {
  // A server that is newer may tell of what this version has no words for.
  const words = (log.events as Partial<MembersTexts['log']['events']>)[event]
  return words?.(nameOf(accountId), nameOf(subjectId), role) ?? log.other(nameOf(accountId))
}
