import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import type { FamilyScope } from '../database/family-database.ts'
import type { Scope } from '../database/scope.ts'
import { InviteDirectoryEntity } from './invite-directory.entity.ts'
import { InviteEntity } from './invite.entity.ts'

export type NewInvite = Pick<InviteEntity, 'id' | 'role' | 'createdBy' | 'createdAt' | 'expiresAt'>

@Injectable()
export class InvitesRepository {
  /** False when the code leads somewhere already: another is to be made. */
  async list(scope: FamilyScope, codeHash: Buffer, inviteId: string): Promise<boolean> {
    const listed = await scope.query(
      `insert into invite_directory (code_hash, leads_to, invite_id) values ($1, $2, $3)
       on conflict do nothing returning invite_id`,
      [codeHash, scope.familyId, inviteId],
    )
    return listed.length > 0
  }

  lookUp(scope: Scope, codeHash: Buffer): Promise<InviteDirectoryEntity | null> {
    return scope.entities.findOne(InviteDirectoryEntity, { where: { codeHash } })
  }

  async add(scope: FamilyScope, invite: NewInvite): Promise<void> {
    const open = { revokedAt: null, usedAt: null, usedBy: null }
    await scope.entities.insert(InviteEntity, { ...invite, ...open, familyId: scope.familyId })
  }

  find(scope: FamilyScope, id: string): Promise<InviteEntity | null> {
    return scope.entities.findOne(InviteEntity, { where: { familyId: scope.familyId, id } })
  }

  open(scope: FamilyScope, now: Date): Promise<InviteEntity[]> {
    return scope.entities.find(InviteEntity, {
      where: { familyId: scope.familyId, revokedAt: IsNull(), usedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { createdAt: 'ASC', id: 'ASC' },
    })
  }

  async update(scope: FamilyScope, id: string, what: Partial<InviteEntity>): Promise<void> {
    await scope.entities.update(InviteEntity, { familyId: scope.familyId, id }, what)
  }
}
