import type { DatabaseEnv } from '../config/env.ts'
import { connectAsOwner } from './migrate.ts'

/** The statements that would turn the migrated schema into what the entities say: none when the two agree. */
export async function schemaDrift(env: DatabaseEnv & { readonly DATABASE_OWNER_URL: string }): Promise<string[]> {
  const owner = await connectAsOwner(env)
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log()
    return upQueries.map(({ query }) => query)
  } finally {
    await owner.destroy()
  }
}
