import { Injectable } from '@nestjs/common'
import type { FamilyScope } from '../database/family-database.ts'
import type { Scope } from '../database/scope.ts'

/** Takes away what is over and long past. Nothing here touches what a family has written down. */
@Injectable()
export class RetentionRepository {
  /** Sign-ins that ran out or ended before. */
  async forgetSessions(scope: Scope, before: Date): Promise<number> {
    return (await scope.query('delete from session where expires_at < $1 or ended_at < $1 returning id', [before]))
      .length
  }

  async forgetLoginLinks(scope: Scope, before: Date): Promise<number> {
    return (await scope.query('delete from login_link where expires_at < $1 returning hash', [before])).length
  }

  /** Counts of wrong guesses that are over. */
  async forgetGuesses(scope: Scope, now: Date): Promise<void> {
    await scope.query('delete from guess where until <= $1', [now])
  }

  /** Families that are due, longest first. */
  async dueFamilies(scope: Scope, now: Date, limit: number): Promise<string[]> {
    const rows = await scope.query<{ leadsTo: string }>(
      'select leads_to as "leadsTo" from upkeep where due_at <= $1 order by due_at limit $2',
      [now, limit],
    )
    return rows.map(({ leadsTo }) => leadsTo)
  }

  /** False when somebody else is at it, or has just been: then it is not this one's to do. */
  async claim(scope: FamilyScope, now: Date): Promise<boolean> {
    const claimed = await scope.query(
      'select from upkeep where leads_to = $1 and due_at <= $2 for update skip locked',
      [scope.familyId, now],
    )
    return claimed.length > 0
  }

  async isThere(scope: FamilyScope): Promise<boolean> {
    return (await scope.query('select from family where id = $1', [scope.familyId])).length > 0
  }

  async dueAgain(scope: FamilyScope, at: Date): Promise<void> {
    await scope.query('update upkeep set due_at = $2 where leads_to = $1', [scope.familyId, at])
  }

  async forgetFamily(scope: FamilyScope): Promise<void> {
    await scope.query('delete from upkeep where leads_to = $1', [scope.familyId])
  }

  async forgetIntents(scope: FamilyScope, before: Date): Promise<void> {
    await scope.query('delete from dose_intent where family_id = $1 and received_at < $2', [scope.familyId, before])
  }

  async forgetInvites(scope: FamilyScope, before: Date): Promise<void> {
    await scope.query(
      `with gone as (
         delete from invite where family_id = $1 and least(expires_at, used_at, revoked_at) < $2 returning id
       )
       delete from invite_directory where invite_id in (select id from gone)`,
      [scope.familyId, before],
    )
  }

  async forgetAccess(scope: FamilyScope, before: Date): Promise<void> {
    await scope.query('select forget_access($1, $2)', [scope.familyId, before])
  }

  async hasRefusedProposals(scope: FamilyScope, before: Date): Promise<boolean> {
    const sql =
      "select from proposal where family_id = $1 and state = 'refused' and change is not null and settled_at < $2"
    return (await scope.query(`${sql} limit 1`, [scope.familyId, before])).length > 0
  }

  /** Empties them, at a new place in the family's order: phones empty theirs too. */
  async emptyRefusedProposals(scope: FamilyScope, before: Date, seq: number): Promise<void> {
    await scope.query(
      `update proposal set change = null, seq = $3
       where family_id = $1 and state = 'refused' and change is not null and settled_at < $2`,
      [scope.familyId, before, seq],
    )
  }
}
