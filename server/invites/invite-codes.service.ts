import { Inject, Injectable } from '@nestjs/common'
import { keyFor, keyedFingerprint } from '../access/secrets.ts'
import type { Env } from '../config/env.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { ENV } from '../platform/tokens.ts'
import { readCode } from './invite-code.ts'
import { InvitesRepository } from './invites.repository.ts'

export interface Lead {
  readonly familyId: string
  readonly inviteId: string
  /** What the code is kept as. */
  readonly codeHash: Buffer
}

/** From what somebody typed to where it leads. */
@Injectable()
export class InviteCodes {
  private readonly key: Uint8Array

  constructor(
    private readonly database: FamilyDatabase,
    private readonly invites: InvitesRepository,
    @Inject(ENV) env: Env,
  ) {
    this.key = keyFor(env.SESSION_SECRET, 'shouwen invite')
  }

  hashOf(code: string): Buffer {
    return keyedFingerprint(this.key, code)
  }

  /** Where a code leads, good or not any more; null when it leads nowhere. */
  async follow(typed: string): Promise<Lead | null> {
    const code = readCode(typed)
    if (code === null) return null
    const codeHash = this.hashOf(code)
    const listed = await this.database.outsideFamilies((scope) => this.invites.lookUp(scope, codeHash))
    return listed && { familyId: listed.leadsTo, inviteId: listed.inviteId, codeHash }
  }
}
