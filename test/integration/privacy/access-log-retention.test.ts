import { RetentionService } from '../../../server/jobs/retention.service.ts'
import { makeFamily } from '../../support/factories.ts'
import { startTestApp } from '../../support/test-app.ts'
import { createTestDatabase } from '../../support/test-database.ts'

describe('the log of access', () => {
  it('is kept for three years and then forgotten, one family’s like another’s', async () => {
    const database = await createTestDatabase()
    const app = await startTestApp(database)
    const families = [await makeFamily(app), await makeFamily(app)]
    for (const { familyId, accounts } of families)
      for (const age of ['4 years', '2 years'])
        await database.query(
          `insert into access_log (family_id, id, at, event, account_id)
           values ($1, gen_random_uuid(), now() - $3::interval, 'exported', $2)`,
          [familyId, accounts.owner, age],
        )
    await database.query('insert into upkeep (leads_to, due_at) select id, now() from family on conflict do nothing')
    await database.query("update upkeep set due_at = now() - interval '1 hour'")
    await app.app.nest.get(RetentionService, { strict: false }).upkeep()
    const left = await database.query<{ n: number }>(
      "select count(*)::int as n from access_log where at < now() - interval '1 year' group by family_id",
    )
    expect(left).toEqual([{ n: 1 }, { n: 1 }])
    await app.close()
    await database.drop()
  })
})
