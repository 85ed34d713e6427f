import type { DatabaseEnv } from '../config/env.ts'
import { connectAsOwner } from './migrate.ts'

/**
 * After a restore from a backup: every family gets another epoch, so that its phones pull everything again and send again
 * what they have sent lately. How many families there are.
 */
export async function beginNewEpoch(env: DatabaseEnv & { readonly DATABASE_OWNER_URL: string }): Promise<number> {
  const owner = await connectAsOwner(env)
  const runner = owner.createQueryRunner()
  try {
    await runner.startTransaction()
    // The owner is bound by the policies too; only for this statement, and nobody else sees it without them.
    await runner.query('ALTER TABLE family NO FORCE ROW LEVEL SECURITY')
    const changed = await runner.query('UPDATE family SET epoch = gen_random_uuid()', [], true)
    await runner.query('ALTER TABLE family FORCE ROW LEVEL SECURITY')
    await runner.commitTransaction()
    return changed.affected ?? 0
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  } finally {
    await runner.release()
    await owner.destroy()
  }
}
