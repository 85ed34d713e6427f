import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The day on which a bottle of the cabinet was opened. */
export class AddProductOpenedOn1795500000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE product ADD COLUMN opened_on date')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE product DROP COLUMN opened_on')
  }
}
