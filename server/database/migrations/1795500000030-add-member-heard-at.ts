import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When each caregiver's phone was last heard from: who asks before a dose is told. */
export class AddMemberHeardAt1795500000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member ADD COLUMN heard_at timestamptz')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member DROP COLUMN heard_at')
  }
}
