import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a family adds to an allergy or a disease, in its own words. */
export class AddConditionNote1795500000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE condition ADD COLUMN note text
        CONSTRAINT ck_condition_note_8e2cd1 CHECK (length(note) between 1 and 200)
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE condition DROP COLUMN note')
  }
}
