import type { GivenRole } from '../../../../shared/contract/schemas/family.schema.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { ChildChoice, LocalRecord } from '../../../services/account/account.ts'
import type { ApiProblem } from '../../../services/api-problem.ts'
import type { Reply } from '../../../services/send-route.ts'
import { refusedText } from '../../refused.view.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'

export type Preview = Extract<Reply<'invites.preview'>, { ok: true }>['value']

/** How far the invitation has come. */
export interface Coming {
  readonly step: 'typing' | 'looking' | 'asked' | 'accepting' | 'joined'
  readonly code: string
  readonly preview: Preview | null
  readonly problem: Pick<ApiProblem, 'code'> | null
  /** The family that was joined. */
  readonly familyId: string
  /** What becomes of the guest's children: `same <id>`, `new` or `stay`. */
  readonly choices: Readonly<Record<string, string>>
}

export const TYPING: Coming = { step: 'typing', code: '', preview: null, problem: null, familyId: '', choices: {} }

interface CarryRow {
  readonly childId: string
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

export interface JoinView {
  readonly isLarge: boolean
  readonly words: AccountTexts['join']
  readonly step: Coming['step']
  readonly code: string
  readonly problem: string
  readonly look: string
  readonly title: string
  readonly role: string
  readonly expires: string
  readonly accept: string
  /** Children of this phone that can be taken along; empty when there are none. */
  readonly carry: readonly CarryRow[]
  readonly carryNote: string
}

export function joinView(
  state: ScreenState,
  { step, code, preview, problem, choices }: Coming,
  local: LocalRecord | null,
  offsetMinutes: number,
): JoinView {
  const { account, family, now, open, preferences } = state
  const { language } = preferences
  const words = accountTexts(language).join
  const until = preview ? parseStamp(preview.expiresAt) : null
  const joined = step === 'joined'
  const own = joined && !open?.isLocal ? (local?.children ?? []) : []
  const isViewer = preview?.role === 'viewer'
  return {
    isLarge: preferences.isLarge,
    words,
    step,
    code,
    problem: problem === null ? '' : problemText(problem, state),
    look: step === 'looking' ? words.looking : words.look,
    title: joined
      ? words.joined(family.name ?? preview?.familyName ?? '')
      : preview
        ? words.invites(preview.inviterName, preview.familyName)
        : '',
    role: preview ? roleText(preview.role, words) : '',
    expires: until && !joined ? words.expires(momentText(until.at, now, fixedZone(offsetMinutes), language)) : '',
    accept: step === 'accepting' ? words.accepting : account.who === 'signed_in' ? words.accept : words.signIn,
    carry: isViewer
      ? []
      : own.map(({ childId, name, entries }) => ({
          childId,
          name: words.entries(name, entries),
          value: choices[childId] ?? 'stay',
          options: [
            ...family.children.map((child) => ({ value: `same ${child.id}`, name: words.same(child.name) })),
            { value: 'new', name: words.fresh },
            { value: 'stay', name: words.stay },
          ],
        })),
    carryNote: own.length === 0 ? '' : isViewer ? words.viewerCarry : words.carryText,
  }
}

function problemText({ code }: Pick<ApiProblem, 'code'>, { preferences, texts }: ScreenState): string {
  const { join } = accountTexts(preferences.language)
  if (code === 'already_member') return join.already
  if (code === 'network' || code === 'timeout') return join.offline
  return refusedText({ code }, membersTexts(preferences.language), texts)
}

const roleText = (role: GivenRole, { roleTexts }: AccountTexts['join']): string => roleTexts[role]

/** What `carry` is told of what was chosen. */
export const choicesOf = (chosen: Coming['choices']): Readonly<Record<string, ChildChoice>> =>
  Object.fromEntries(
    Object.entries(chosen).map(([childId, value]) => {
      const [as, id] = value.split(' ')
      const choice: ChildChoice =
        as === 'same' && id !== undefined ? { as, childId: id } : as === 'new' ? { as } : { as: 'stay' }
      return [childId, choice]
    }),
  )

/** The code of a card's address (`?code=`) or of a QR code's scene; '' without one that can be read. */
export function codeIn({ code, scene }: { readonly code: string; readonly scene: string }): string {
  try {
    return (code || decodeURIComponent(scene)).trim()
  } catch {
    return ''
  }
}
