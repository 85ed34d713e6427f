import type { Zone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { LeftFamily } from '../../../services/left-behind/left-behind.ts'
import type { ExportedFile } from '../../export/export-record.ts'
import { leftLines } from '../../left-behind/left-lines.ts'
import { accountTexts, type AccountTexts } from '../../texts/account.ts'
import { privacyTexts } from '../../texts/privacy.ts'

interface LeftView {
  readonly id: string
  readonly title: string
  readonly lines: readonly { readonly id: string; readonly when: string; readonly what: string }[]
  /** Empty when nothing waits. */
  readonly hand: string
  readonly handed: string
  /** Makes files of it; empty where there is no child to make one of, or they are made. */
  readonly file: string
  /** What was made, to be handed on by a tap. */
  readonly files: readonly { readonly path: string; readonly title: string }[]
}

/** The files that were made of one of the families. */
export interface LeftFiles {
  readonly familyId: string
  readonly files: readonly ExportedFile[]
}

export interface LeftBehindView {
  readonly isLarge: boolean
  readonly words: AccountTexts['leftBehind']
  readonly families: readonly LeftView[]
  /** The families one is in no more, where nothing was left unsent. */
  readonly none: string
  readonly canDismiss: boolean
  readonly send: string
  readonly filesText: string
}

/** What was not sent to families that the person is in no more, so that it can be read, copied, and handed over. */
export function leftBehindView(
  state: ScreenState,
  left: readonly LeftFamily[],
  here: Zone,
  isBusy: boolean,
  made: LeftFiles,
): LeftBehindView {
  const { account, preferences } = state
  const words = accountTexts(preferences.language).leftBehind
  const { ready, readyText, send } = privacyTexts(preferences.language).take
  const filesOf = ({ familyId }: LeftFamily) => (made.familyId === familyId ? made.files : [])
  return {
    isLarge: preferences.isLarge,
    words,
    families: left.map((one) => ({
      id: one.familyId,
      title: words.title(one.name),
      lines: linesOf(one, state, here),
      hand: one.waiting === 0 ? '' : isBusy ? words.handing : words.hand,
      handed: one.offered === 0 ? '' : words.handedCount(one.offered),
      file: one.family.children.length === 0 || filesOf(one).length > 0 ? '' : words.file,
      files: filesOf(one).map(({ path, name }) => ({ path, title: ready(name) })),
    })),
    none: left.length > 0 ? '' : [...account.lost.map(({ name }) => words.title(name)), words.none].join('\n'),
    canDismiss: account.lost.length > 0,
    send,
    filesText: readyText,
  }
}

const linesOf = (left: LeftFamily, state: ScreenState, here: Zone): LeftView['lines'] =>
  leftLines(left, state, here).map(({ id, at, what }) => ({
    id,
    when: at === null ? '' : momentText(at.instant, state.now, at.zone, state.preferences.language),
    what,
  }))
