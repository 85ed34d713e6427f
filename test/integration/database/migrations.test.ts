import { readDatabaseEnv } from '../../../server/config/env.ts'
import { schemaDrift } from '../../../server/database/drift.ts'
import { migrate } from '../../../server/database/migrate.ts'
import { MIGRATIONS } from '../../../server/database/migrations/index.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
})
afterEach(() => database.drop())

const env = () => ({
  ...readDatabaseEnv({ DATABASE_URL: database.apiUrl }),
  DATABASE_OWNER_URL: database.ownerUrl,
})

describe('migrations', () => {
  it('lead from nothing to what the entities say, and a second run does nothing', async () => {
    expect(await migrate(env())).toHaveLength(MIGRATIONS.length)
    expect(await schemaDrift(env())).toEqual([])
    expect(await migrate(env())).toEqual([])
  })

  it('of two deployments at once run once', async () => {
    const ran = await Promise.all([migrate(env()), migrate(env()), migrate(env())])
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, MIGRATIONS.length])
  })

  it('lead back to nothing too', async () => {
    await migrate(env())
    const { connectAsOwner } = await import('../../../server/database/migrate.ts')
    const owner = await connectAsOwner(env())
    for (const _ of MIGRATIONS) await owner.undoLastMigration()
    await owner.destroy()
    expect(
      await database.query(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      ),
    ).toEqual([{ relname: 'migration' }])
  })
})

describe('drift', () => {
  it.each([
    ['a missing column', 'alter table entry drop column note', /ADD "note"/],
    ['another type', 'alter table child alter column time_zone type varchar(60)', /time_zone/],
    ['a lost CHECK', 'alter table weight drop constraint ck_weight_grams_78b69c', /ck_weight_grams/],
    ['a lost index', 'drop index ix_entry_seq', /ix_entry_seq/],
    ['a lost foreign key', 'alter table change drop constraint fk_change_entry_id_revision', /fk_change/],
    ['a column nobody knows', 'alter table member add column nickname text', /DROP COLUMN "nickname"/],
  ])('is seen: %s', async (_, sql, seen) => {
    await migrate(env())
    await database.query(sql)
    expect((await schemaDrift(env())).join('\n')).toMatch(seen)
  })
})

describe('the constraints', () => {
  it('hold what no statement should ever write', async () => {
    await migrate(env())
    await database.query(`
      insert into account values ('00000000-0000-4000-8000-00000000000a', now());
      insert into family (id, name, epoch, created_at) values ('00000000-0000-4000-8000-00000000000f', 'f', gen_random_uuid(), now());
      insert into child (family_id, id, seq, name) values ('00000000-0000-4000-8000-00000000000f', '00000000-0000-4000-8000-00000000000c', 1, 'c')`)
    const insert = (columns: string, values: string) =>
      database.query(
        `insert into entry (family_id, id, seq, child_id, occurred_at, utc_offset_minutes, revision, logged_at, ${columns})
         values ('00000000-0000-4000-8000-00000000000f', gen_random_uuid(), 1, '00000000-0000-4000-8000-00000000000c', now(), 480, 1, now(), ${values})`,
      )
    await insert('kind, centi_celsius, site', "'temperature', 3890, 'axillary'")
    for (const [columns, values, constraint] of [
      ['kind', "'mood'", 'ck_entry_kind'],
      ['kind, centi_celsius', "'temperature', 3890", 'ck_entry_temperature_'],
      ['kind, centi_celsius, site', "'temperature', 389, 'axillary'", 'ck_entry_celsius'],
      ['kind, centi_celsius, site, note', "'temperature', 3890, 'axillary', 'x'", 'ck_entry_note_only'],
      ['kind, note, centi_celsius', "'note', 'x', 3890", 'ck_entry_temperature_only'],
      ['kind, ingredient, volume_microlitres, mass_micrograms', "'dose', 'ibuprofen', 1, 1", 'ck_entry_dose_amount'],
      ['kind, volume_microlitres', "'dose', 5000", 'ck_entry_dose_'],
      ['kind, ingredient, mass_micrograms', "'dose', 'ibuprofen', 0", 'ck_entry_dose_positive'],
      ['kind, symptom', "'symptom', 'cough'", 'ck_entry_symptom_'],
      ['kind, question, answer', "'answer', 'Q15', 'yes'", 'ck_entry_question'],
      ['kind, note', "'note', ''", 'ck_entry_note_length'],
    ] as const)
      await expect(insert(columns, values)).rejects.toMatchObject({ constraint: expect.stringContaining(constraint) })
  })
})
