import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sign-ins, each a chain of refresh tokens. */
export class CreateSessions1795500000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL CONSTRAINT pk_session PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT fk_session_account_id REFERENCES account (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        token_hash bytea NOT NULL,
        spent_hash bytea,
        spent_by uuid,
        ended_at timestamptz,
        ended_as text CONSTRAINT ck_session_end_80dcc4
          CHECK (ended_as in ('signed_out', 'signed_out_everywhere', 'token_reused')),
        CONSTRAINT ck_session_ended_0d8696 CHECK ((ended_at is null) = (ended_as is null))
      );
      CREATE INDEX ix_session_account_id ON session (account_id);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session')
  }
}
