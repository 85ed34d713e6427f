import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A revision may end conflicts, and says by how much the clock was wrong that dated it. */
export class SettleConflicts1795500000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE revision ADD COLUMN settles integer[], ADD COLUMN clock_offset_seconds integer;
      ALTER TABLE fact_revision ADD COLUMN clock_offset_seconds integer;
      ALTER TABLE entry ADD COLUMN clock_offset_seconds integer;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry DROP COLUMN clock_offset_seconds;
      ALTER TABLE fact_revision DROP COLUMN clock_offset_seconds;
      ALTER TABLE revision DROP COLUMN settles, DROP COLUMN clock_offset_seconds;
    `)
  }
}
