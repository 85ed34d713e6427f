import type { DataSource } from 'typeorm'

/** The API's role could look behind row-level security; the server does not start with it. */
export class UnsafeRole extends Error {
  override readonly name = 'UnsafeRole'
}

interface Danger {
  readonly role: string
  readonly reason: string
}

/** Every way this login has, itself or by a role it may become, around the policies. One row each. */
const DANGERS = `
  select r.rolname as role, danger.reason
  from pg_roles r
  cross join lateral (values
    (r.rolsuper, 'is a superuser'),
    (r.rolbypassrls, 'has BYPASSRLS'),
    (r.rolcreaterole, 'has CREATEROLE, and may grant itself other roles'),
    (exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')
             and c.relnamespace = 'public'::regnamespace), 'owns tables, and may switch their policies off'),
    (exists (select 1 from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
             and has_table_privilege(r.oid, c.oid, 'TRUNCATE')), 'may TRUNCATE, which no policy sees')
  ) as danger (applies, reason)
  where danger.applies and pg_has_role(current_user, r.oid, 'MEMBER')
  order by 1, 2`

/** Throws UnsafeRole when row-level security would not bind the role the server is connected as. */
export async function refuseUnsafeRole(source: DataSource): Promise<void> {
  const dangers = await source.query<Danger[]>(DANGERS)
  if (dangers.length === 0) return
  const lines = dangers.map(({ role, reason }) => `  role "${role}" ${reason}`)
  throw new UnsafeRole(
    `DATABASE_URL must name a role that row-level security binds. This one could get around it:\n${lines.join('\n')}`,
  )
}
