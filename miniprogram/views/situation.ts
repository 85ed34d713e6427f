import type { Situation } from '../../shared/dosing/situation.ts'
import type { ScreenState } from '../behaviors/screen.ts'
import { seesOthers } from '../services/sync/connection.ts'
import type { CurrentChild } from '../stores/current-child.ts'
import { guardIntents } from '../stores/records/intents.ts'

/** What the guard must know of this phone: whether it sees the others, and what they say they are giving. */
export const situationOf = (
  { child, zone }: CurrentChild,
  { connection, family, now, open, unsent }: ScreenState,
): Situation => ({
  zone,
  online: seesOthers(connection, now),
  onlyThisPhone: open?.isLocal ?? false,
  unsentChanges: unsent,
  intents: guardIntents(family.intents, child.id, open?.accountId ?? null),
})
