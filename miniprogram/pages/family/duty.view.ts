import { parseStamp } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { momentText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'

/** Who watches the child now, and the one tap that changes it. */
export interface DutyCard {
  readonly title: string
  readonly text: string
  readonly change: string
  /** Whom it is handed to; '' asks who. */
  readonly to: string
}

/** null where one is alone with the record, or may only look and nobody has said. */
export function dutyCard({ account, family, open, preferences, now, texts }: ScreenState, here: Zone): DutyCard | null {
  const writers = family.members.filter(({ role }) => role !== 'viewer')
  if (!open || open.isLocal || account.isSample || writers.length < 2) return null
  const words = texts.family
  const me = writers.find(({ id }) => id === open.accountId)
  // Whoever has left the family watches no more.
  const duty = family.members.some(({ id }) => id === family.duty?.accountId) ? family.duty : null
  const others = writers.filter(({ id }) => id !== open.accountId)
  const isMine = duty !== null && duty.accountId === me?.id
  const since = duty ? momentText(parseStamp(duty.since)!.at, now, here, preferences.language) : ''
  const name = duty ? (family.names.get(duty.accountId) ?? texts.common.unknownAuthor) : ''
  const text = duty === null ? words.dutyNobody : isMine ? words.dutyMine(since) : words.dutySince(name, since)
  if (!me) return duty === null ? null : { title: words.duty, text, change: '', to: '' }
  if (!isMine) return { title: words.duty, text, change: words.takeDuty, to: me.id }
  const [only] = others
  return others.length === 1 && only
    ? { title: words.duty, text, change: words.handDuty(only.name), to: only.id }
    : { title: words.duty, text, change: words.handDutyOn, to: '' }
}
