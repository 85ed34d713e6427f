import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When a family's old rows are next looked through; those there are already begin with it. */
export class CreateUpkeep1795500000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The owner is bound by the policies too; only for this statement, and nobody else sees it without them.
    await runner.query(`
      CREATE TABLE upkeep (
        leads_to uuid NOT NULL,
        due_at timestamptz NOT NULL,
        CONSTRAINT pk_upkeep PRIMARY KEY (leads_to)
      );
      CREATE INDEX ix_upkeep_due_at ON upkeep (due_at);

      ALTER TABLE family NO FORCE ROW LEVEL SECURITY;
      INSERT INTO upkeep (leads_to, due_at) SELECT id, now() FROM family;
      ALTER TABLE family FORCE ROW LEVEL SECURITY;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upkeep')
  }
}
