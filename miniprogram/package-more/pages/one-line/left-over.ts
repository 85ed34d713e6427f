import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import type { IssueCode, QuickLog } from '../../../../shared/quick-log/quick-log.ts'
import type { OneLineTexts } from '../../texts/one-line.ts'

/** A part of the text that becomes no entry, and why. */
export interface LeftOver {
  readonly text: string
  readonly reason: string
}

/** Its fact is drafted all the same: the issue only says how it was taken. */
const DRAFTED: readonly IssueCode[] = ['fahrenheit_assumed']

/** Everything that was not read, or read and not drafted: shown, so that nothing is lost unseen. */
export function leftOvers({ issues, unread }: QuickLog, oneLine: OneLineTexts): readonly LeftOver[] {
  const named = new Set(issues.map(({ text }) => text))
  return [
    ...issues.map(({ code, text }) => ({ text, reason: oneLine.issues[code] })),
    ...unread.filter((text) => !named.has(text)).map((text) => ({ text, reason: oneLine.unread })),
  ]
}

/** Half of what one note takes, since a sign may count twice. */
const LONGEST = 1000

/** The same parts as notes, word for word, for those who want to keep them. */
export function notesOf({ issues, unread }: QuickLog, at: string): readonly EntryContent[] {
  const told = issues.filter(({ code }) => !DRAFTED.includes(code)).map(({ text }) => text)
  const text = [...new Set([...told, ...unread])].join('\n')
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${LONGEST}}`, 'gu')) ?? []
  return pieces.filter((piece) => piece.trim() !== '').map((piece) => ({ kind: 'note', at, text: piece.trim() }))
}
