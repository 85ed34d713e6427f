import { analyse } from '../../../shared/analysis/analyse.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import { isOffline } from '../../services/sync/connection.ts'
import type { Absence } from '../../stores/absence.store.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { roleOf } from '../../stores/records/family.ts'
import { accountNote, type AccountNote } from '../../views/account-note.ts'
import type { VerdictNews } from '../../stores/verdict-news.store.ts'
import { ageText } from '../../views/age.ts'
import { intentCards, type IntentCard } from '../../views/intent-card.view.ts'
import { openMatters } from '../../views/open-matters.ts'
import { waitingOf } from '../../views/screen-status.ts'
import { timelineRows, type TimelineFrame, type TimelineRow } from '../../views/timeline.view.ts'
import { bannerOf, type Banner } from './banner.view.ts'
import { countersOf, type Counter } from './counters.view.ts'
import { heroOf, type Hero } from './hero.view.ts'
import { handoverCard, type HandoverCard } from './handover.view.ts'
import { hintsOf, type Hints } from './hints.view.ts'
import { verdictNewsCard, type VerdictNewsCard } from './verdict-news.view.ts'
import { medicineCards, type MedicineCard } from './medicine-cards.view.ts'

export interface NowView {
  readonly isLarge: boolean
  readonly status: 'loading' | 'guest' | 'no_child' | 'ready'
  readonly message: { readonly title: string; readonly text: string }
  readonly note: AccountNote | null
  /** The way to the first child; '' where there is one, or where it is up to others. */
  readonly addChild: string
  readonly childName: string
  readonly initial: string
  readonly age: string
  readonly siblings: readonly { readonly id: string; readonly name: string; readonly isChosen: boolean }[]
  readonly banner: Banner | null
  /** What waits for a person's word; '' when nothing does. */
  readonly review: string
  readonly hero: Hero | null
  readonly handover: HandoverCard | null
  readonly news: VerdictNewsCard | null
  readonly hints: Hints
  /** Doses that somebody has said they are giving. */
  readonly intents: readonly IntentCard[]
  readonly medicinesTitle: string
  readonly medicines: readonly MedicineCard[]
  readonly counters: readonly Counter[]
  readonly actions: readonly Action[]
  /** Beside the counters, for what is needed less often. */
  readonly smallActions: readonly Action[]
  /** At the top, where it is found without a search. */
  readonly fit: Action
  readonly timelineTitle: string
  readonly timeline: readonly TimelineRow[]
  readonly timelineNote: string
  readonly more: string
}

interface Action {
  readonly kind: ActionKind
  readonly icon: string
  readonly name: string
}

const ICONS = {
  temperature: 'thermometer',
  dose: 'medicine',
  symptom: 'symptom',
  line: 'speech',
  note: 'note',
  fit: 'seizure',
} as const
export type ActionKind = keyof typeof ICONS

const LARGE: readonly ActionKind[] = ['temperature', 'dose', 'symptom', 'line']
const SMALL: readonly ActionKind[] = ['note']

/** How many lines are shown at first, and how many more at each asking. */
export const LINES = 40
const LATELY = 2 * DAY

/** What the person has opened on this page. */
export interface Opened {
  /** How many lines of the timeline. */
  readonly lines: number
  /** The id of the hint whose entries are shown; '' for none. */
  readonly hint: string
  /** The time before, in which nobody looked; null once it has been read. */
  readonly absence: Absence | null
  /** What the guard has come to think differently of, until it has been read. */
  readonly news: readonly VerdictNews[]
}

export const FIRST_SEEN: Opened = { lines: LINES, hint: '', absence: null, news: [] }

const NO_HINTS: Hints = { alarms: [], hints: [], note: '', ask: '' }

/** The whole screen 此刻, from what is known now. */
export function nowView(state: ScreenState, opened: Opened): NowView {
  const { current, texts, connection, unsent, family } = state
  const actionOf = (kind: ActionKind): Action => ({ kind, icon: ICONS[kind], name: texts.now.actions[kind] })
  const view: NowView = {
    isLarge: state.preferences.isLarge,
    ...(waitingOf(state) ?? { status: 'ready', message: texts.now.empty }),
    note: accountNote(state),
    addChild: waitingOf(state)?.status === 'no_child' && mayWrite(state) ? texts.family.addChild : '',
    childName: '',
    initial: '',
    age: '',
    siblings: [],
    banner: bannerOf(connection, unsent, family.matters.failed.length, texts, state.isTight),
    review: '',
    hero: null,
    handover: null,
    news: null,
    hints: NO_HINTS,
    intents: [],
    medicinesTitle: texts.now.medicines,
    medicines: [],
    counters: [],
    actions: LARGE.map(actionOf),
    smallActions: SMALL.map(actionOf),
    fit: actionOf('fit'),
    timelineTitle: texts.now.timeline,
    timeline: [],
    timelineNote: '',
    more: '',
  }
  return current ? { ...view, ...childView(current, state, opened) } : view
}

function childView(
  current: CurrentChild,
  state: ScreenState,
  { lines, hint, absence, news }: Opened,
): Partial<NowView> {
  const { now, texts, preferences, family, connection } = state
  const matters = openMatters(state)
  const { child, record, zone } = current
  const analysis = analyse(record, now, zone)
  const shown = entriesToShow(current, state, lines)
  const isConnected = !isOffline(connection) && connection.problem === null
  const frame: TimelineFrame = { now, current, preferences, texts, isConnected }
  return {
    childName: child.name,
    initial: child.name.slice(0, 1),
    age: ageText(child.birthDate, now, zone, texts),
    siblings:
      family.children.length < 2
        ? []
        : family.children.map(({ id, name }) => ({ id, name, isChosen: id === child.id })),
    handover: handoverCard(absence, current, state),
    news: verdictNewsCard(news, current, state),
    hints: hintsOf(analysis.redFlags, hint, frame),
    review: matters === 0 ? '' : texts.now.review(matters),
    intents: intentCards(current, state),
    hero: heroOf(analysis, current, state),
    medicines: medicineCards(current, analysis.responses, state),
    counters: countersOf(current, state),
    timeline: timelineRows(shown, frame),
    timelineNote: shown.length === 0 ? texts.now.timelineEmpty : '',
    more: shown.length < record.entries.length ? texts.common.more : '',
  }
}

const mayWrite = ({ family, open, account }: ScreenState): boolean =>
  open !== null && !account.isSample && roleOf(family, open) !== 'viewer'

/** The last days' entries, and more when asked; one that is not delivered is always among them. */
function entriesToShow({ record, rows }: CurrentChild, { now }: ScreenState, lines: number) {
  const stuck = new Set(rows.filter(({ state }) => state !== 'saved').map(({ id }) => id))
  const latest = [...record.entries].sort((a, b) => b.at - a.at)
  return latest.filter(
    (entry, index) => stuck.has(entry.id) || (index < lines && (lines > LINES || entry.at > now - LATELY)),
  )
}
