import { CreateFamilies1795500000000 } from './1795500000000-create-families.ts'
import { CreateChildrenAndProducts1795500000001 } from './1795500000001-create-children-and-products.ts'
import { CreateEntries1795500000002 } from './1795500000002-create-entries.ts'
import { CreateSessions1795500000010 } from './1795500000010-create-sessions.ts'
import { CreateAccessLog1795500000011 } from './1795500000011-create-access-log.ts'
import { CreateInvites1795500000012 } from './1795500000012-create-invites.ts'
import { CreateLoginLinks1795500000013 } from './1795500000013-create-login-links.ts'
import { CreateFactRevisions1795500000020 } from './1795500000020-create-fact-revisions.ts'
import { SettleConflicts1795500000021 } from './1795500000021-settle-conflicts.ts'
import { CreateDoseIntents1795500000022 } from './1795500000022-create-dose-intents.ts'
import { CreateDuplicateAnswers1795500000023 } from './1795500000023-create-duplicate-answers.ts'
import { AddMemberHeardAt1795500000030 } from './1795500000030-add-member-heard-at.ts'
import { AddConditionNote1795500000040 } from './1795500000040-add-condition-note.ts'
import { AddProductOpenedOn1795500000041 } from './1795500000041-add-product-opened-on.ts'
import { CreateConsents1795500000050 } from './1795500000050-create-consents.ts'
import { CreateErasures1795500000051 } from './1795500000051-create-erasures.ts'
import { ForgetOldAccess1795500000052 } from './1795500000052-forget-old-access.ts'
import { CreateProposals1795500000060 } from './1795500000060-create-proposals.ts'
import { CreateUpkeep1795500000061 } from './1795500000061-create-upkeep.ts'
import { CreateGuesses1795500000063 } from './1795500000063-create-guesses.ts'
import { LetDutyEnd1795500000062 } from './1795500000062-let-duty-end.ts'
import { BoundEntries1795500000064 } from './1795500000064-bound-entries.ts'

/** In order. One that was released is never edited: the next one corrects it. */
export const MIGRATIONS = [
  CreateFamilies1795500000000,
  CreateChildrenAndProducts1795500000001,
  CreateEntries1795500000002,
  CreateSessions1795500000010,
  CreateAccessLog1795500000011,
  CreateInvites1795500000012,
  CreateLoginLinks1795500000013,
  CreateFactRevisions1795500000020,
  SettleConflicts1795500000021,
  CreateDoseIntents1795500000022,
  CreateDuplicateAnswers1795500000023,
  AddMemberHeardAt1795500000030,
  AddConditionNote1795500000040,
  AddProductOpenedOn1795500000041,
  CreateConsents1795500000050,
  CreateErasures1795500000051,
  ForgetOldAccess1795500000052,
  CreateProposals1795500000060,
  CreateUpkeep1795500000061,
  LetDutyEnd1795500000062,
  CreateGuesses1795500000063,
  BoundEntries1795500000064,
]
