import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Nobody is on duty when whoever was may not write any more. */
export class LetDutyEnd1795500000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty ALTER COLUMN account_id DROP NOT NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM duty WHERE account_id IS NULL')
    await runner.query('ALTER TABLE duty ALTER COLUMN account_id SET NOT NULL')
  }
}
