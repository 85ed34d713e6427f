import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The links that sign in the owner of a server without WeChat. */
export class CreateLoginLinks1795500000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE login_link (
        hash bytea NOT NULL CONSTRAINT pk_login_link PRIMARY KEY,
        expires_at timestamptz NOT NULL,
        used_by uuid
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_link')
  }
}
