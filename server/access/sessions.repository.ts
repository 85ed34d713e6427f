import { Injectable } from '@nestjs/common'
import type { Row } from '../database/row.ts'
import type { Scope } from '../database/scope.ts'
import { insertInto, selectList } from '../database/statements.ts'
import { SessionEntity, type SessionEnd } from './session.entity.ts'

const SESSION = selectList(SessionEntity)

type Rotation = Pick<SessionEntity, 'tokenHash' | 'spentHash' | 'spentBy' | 'expiresAt'>

@Injectable()
export class SessionsRepository {
  async add(scope: Scope, session: Row<SessionEntity>): Promise<void> {
    const { sql, parameters } = insertInto('session', session)
    await scope.query(sql, parameters)
  }

  /** The session, held until the transaction ends: of two renewals at once the second sees what the first did. */
  async lock(scope: Scope, id: string): Promise<Row<SessionEntity> | null> {
    const [session] = await scope.query<Row<SessionEntity>>(`select ${SESSION} from session where id = $1 for update`, [
      id,
    ])
    return session ?? null
  }

  async rotate(scope: Scope, id: string, rotation: Rotation): Promise<void> {
    await scope.entities.update(SessionEntity, { id }, rotation)
  }

  async end(scope: Scope, id: string, as: SessionEnd, at: Date): Promise<number> {
    const ended = await scope.query(
      'update session set ended_at = $2, ended_as = $3 where id = $1 and ended_at is null returning id',
      [id, at, as],
    )
    return ended.length
  }

  async endAllOf(scope: Scope, accountId: string, at: Date): Promise<number> {
    const ended = await scope.query(
      `update session set ended_at = $2, ended_as = 'signed_out_everywhere'
       where account_id = $1 and ended_at is null returning id`,
      [accountId, at],
    )
    return ended.length
  }

  /** Whether the sign-in still stands, and whether the account is about to be erased. */
  async standing(
    scope: Scope,
    { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string | null },
  ): Promise<{ readonly signedIn: boolean; readonly erased: boolean }> {
    const [standing] = await scope.query<{ signedIn: boolean; erased: boolean }>(
      `select $1::uuid is null or exists (select from session where id = $1 and ended_at is null) as "signedIn",
              exists (select from account_erasure where account_id = $2) as erased`,
      [sessionId, accountId],
    )
    return standing!
  }
}
