import type { TestDatabase } from '../test-database.ts'

/** What a schema is, one line for each thing in it: two databases with the same lines hold data alike. */
export async function schemaLines(database: TestDatabase): Promise<string[]> {
  const lines = await database.query<{ line: string }>(`
    select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                  case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
    union all
    select format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all
    select format('policy %s on %s for %s: %s, %s', policyname, tablename, cmd, qual, with_check)
    from pg_policies where schemaname = 'public'
    union all
    select format('row security of %s: %s, forced %s', relname, relrowsecurity, relforcerowsecurity)
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`)
  return lines.map(({ line }) => line).sort()
}

/** Every table of the product, those first that others refer to. */
export async function tablesInOrder(database: TestDatabase): Promise<string[]> {
  const names = await database.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1",
  )
  const references = await database.query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  )
  const placed: string[] = []
  while (placed.length < names.length) {
    const next = names.find(
      ({ name }) => !placed.includes(name) && references.every(({ from, to }) => from !== name || placed.includes(to)),
    )
    if (!next) throw new Error('the tables refer to each other in a circle')
    placed.push(next.name)
  }
  return placed
}
