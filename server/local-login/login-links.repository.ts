import { Injectable } from '@nestjs/common'
import type { Scope } from '../database/scope.ts'
import { LoginLinkEntity } from './login-link.entity.ts'

@Injectable()
export class LoginLinksRepository {
  async add(scope: Scope, hash: Buffer, expiresAt: Date): Promise<void> {
    await scope.entities.insert(LoginLinkEntity, { hash, expiresAt, usedBy: null })
  }

  /** Those printed before lead nowhere any more. */
  async endOthers(scope: Scope, now: Date): Promise<void> {
    await scope.query('update login_link set expires_at = $1 where used_by is null and expires_at > $1', [now])
  }

  /** Whether the link is good for this attempt: unused so far, or used by this very attempt. */
  async use(scope: Scope, hash: Buffer, attemptId: string, now: Date): Promise<boolean> {
    const used = await scope.query(
      `update login_link set used_by = $2
       where hash = $1 and expires_at > $3 and (used_by is null or used_by = $2) returning hash`,
      [hash, attemptId, now],
    )
    return used.length > 0
  }
}
