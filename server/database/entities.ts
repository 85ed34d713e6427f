import { GuessEntity } from '../access/guess.entity.ts'
import { SessionEntity } from '../access/session.entity.ts'
import { AccountIdentityEntity } from '../accounts/account-identity.entity.ts'
import { AccountEntity } from '../accounts/account.entity.ts'
import { ChildEntity } from '../children/child.entity.ts'
import { ConditionEntity } from '../children/condition.entity.ts'
import { WeightEntity } from '../children/weight.entity.ts'
import { ConsentEntity } from '../consents/consent.entity.ts'
import { DuplicateAnswerEntity } from '../duplicates/duplicate-answer.entity.ts'
import { DutyEntity } from '../duty/duty.entity.ts'
import { AccountErasureEntity } from '../erasure/account-erasure.entity.ts'
import { ErasureDueEntity } from '../erasure/erasure-due.entity.ts'
import { ErasureEntity } from '../erasure/erasure.entity.ts'
import { TombstoneEntity } from '../erasure/tombstone.entity.ts'
import { EntryEntity } from '../entries/entry.entity.ts'
import { RevisionEntity } from '../entries/revision.entity.ts'
import { FactRevisionEntity } from '../facts/fact-revision.entity.ts'
import { AccessLogEntity } from '../families/access-log.entity.ts'
import { FamilyEntity } from '../families/family.entity.ts'
import { MemberEntity } from '../families/member.entity.ts'
import { IntentEntity } from '../intents/intent.entity.ts'
import { UpkeepEntity } from '../jobs/upkeep.entity.ts'
import { InviteDirectoryEntity } from '../invites/invite-directory.entity.ts'
import { InviteEntity } from '../invites/invite.entity.ts'
import { LoginLinkEntity } from '../local-login/login-link.entity.ts'
import { ProductEntity } from '../products/product.entity.ts'
import { ProposalEntity } from '../proposals/proposal.entity.ts'
import { ChangeEntity } from '../sync/change.entity.ts'

/** Every table there is. */
export const ENTITIES = [
  AccountEntity,
  AccountIdentityEntity,
  SessionEntity,
  FamilyEntity,
  MemberEntity,
  ConsentEntity,
  TombstoneEntity,
  ErasureEntity,
  ErasureDueEntity,
  AccountErasureEntity,
  AccessLogEntity,
  InviteEntity,
  InviteDirectoryEntity,
  LoginLinkEntity,
  ChildEntity,
  WeightEntity,
  ConditionEntity,
  ProductEntity,
  FactRevisionEntity,
  DutyEntity,
  IntentEntity,
  DuplicateAnswerEntity,
  ProposalEntity,
  EntryEntity,
  RevisionEntity,
  ChangeEntity,
  UpkeepEntity,
  GuessEntity,
]
