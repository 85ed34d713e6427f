import type { Operator } from '../../../../shared/consent/consent-text.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { isOffline } from '../../../services/sync/connection.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import type { ExportedFile } from '../../export/export-record.ts'
import { membersTexts } from '../../texts/members.ts'
import { privacyTexts } from '../../texts/privacy.ts'
import { dueRows, eraseRows } from './erase.view.ts'
import { consentRows, ownRoleOf } from './consents.view.ts'

export interface PrivacyView {
  readonly isLarge: boolean
  readonly note: string
  readonly consentTitle: string
  readonly consents: readonly ListRow[]
  /** Instead of consents, where nothing is uploaded. */
  readonly local: string
  readonly takeTitle: string
  readonly take: readonly ListRow[]
  /** What was made, to be handed on by a tap. */
  readonly files: readonly { readonly path: string; readonly title: string }[]
  readonly filesText: string
  readonly send: string
  /** What is about to be erased, and can be taken back. */
  readonly due: readonly ListRow[]
  readonly eraseTitle: string
  readonly eraseHint: string
  readonly erase: readonly ListRow[]
  readonly whereTitle: string
  readonly where: string
  readonly whereRows: readonly ListRow[]
}

/** What was made so far, and whether something is being made. */
export interface Exporting {
  readonly isMaking: boolean
  readonly files: readonly ExportedFile[]
}

export const NOTHING_MADE: Exporting = { isMaking: false, files: [] }

/** 隐私: what was agreed to, a copy to take along, and where everything is. */
export function privacyView(
  state: ScreenState,
  { isMaking, files }: Exporting,
  operator: Operator | undefined,
  here: Zone,
): PrivacyView {
  const { connection, open, preferences } = state
  const words = privacyTexts(preferences.language)
  const { name, contact } = operator ?? words.operator
  const isShared = open !== null && !open.isLocal
  const erase = eraseRows(state)
  return {
    isLarge: preferences.isLarge,
    note: isShared && isOffline(connection) ? membersTexts(preferences.language).refused.offline : '',
    consentTitle: words.consents.title,
    consents: isShared ? consentRows(state, here) : [],
    local: isShared ? '' : words.consents.local,
    takeTitle: words.take.title,
    take: takeRows(state, isMaking, isShared),
    files: files.map(({ path, name: file }) => ({ path, title: words.take.ready(file) })),
    filesText: files.length > 0 ? words.take.readyText : '',
    send: words.take.send,
    due: dueRows(state, here),
    eraseTitle: erase.length > 0 ? words.erase.title : '',
    eraseHint: words.erase.hint,
    erase,
    whereTitle: words.where.title,
    where: isShared ? words.where.text(name, contact) : words.where.localText(contact),
    whereRows:
      isShared && ownRoleOf(state) === 'owner'
        ? [listRow({ key: 'log', icon: 'clock', title: words.where.log, text: words.where.logText })]
        : [],
  }
}

function takeRows(state: ScreenState, isMaking: boolean, isShared: boolean): readonly ListRow[] {
  const { take: words } = privacyTexts(state.preferences.language)
  if (isMaking) return [listRow({ key: 'making', icon: 'sending', title: words.making, opens: false })]
  const local = listRow({ key: 'local', icon: 'note', title: words.local, text: words.localText })
  if (!isShared) return [local]
  if (ownRoleOf(state) === 'viewer')
    return [listRow({ key: 'viewer', icon: 'info', title: words.all, text: words.viewer, opens: false })]
  return [listRow({ key: 'all', icon: 'note', title: words.all, text: words.allText }), local]
}
