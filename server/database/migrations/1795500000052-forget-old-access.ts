import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The log of access is append only; what has been kept long enough goes through a door of its own. */
export class ForgetOldAccess1795500000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION forget_access(p_family uuid, p_before timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DELETE FROM access_log WHERE family_id = p_family AND at < least(p_before, now() - interval '3 years');
      $$;
      REVOKE ALL ON FUNCTION forget_access(uuid, timestamptz) FROM PUBLIC;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION forget_access')
  }
}
