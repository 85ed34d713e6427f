import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** Who has had to do with a family's record; and one owner at a time. */
export class CreateAccessLog1795500000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNIQUE INDEX ix_member_family_id ON member (family_id) WHERE role = 'owner' AND removed_at IS NULL;

      CREATE TABLE access_log (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        event text NOT NULL CONSTRAINT ck_access_log_event_ddbbce 
          CHECK (event in ('family_created', 'family_renamed', 'signed_in', 'member_joined', 'member_left', 'member_removed', 'role_changed', 'ownership_handed_over', 'invite_created', 'invite_revoked')),
        account_id uuid NOT NULL,
        subject_id uuid,
        role text CONSTRAINT ck_access_log_role_3c513e CHECK (role in ('owner', 'caregiver', 'viewer')),
        CONSTRAINT pk_access_log PRIMARY KEY (family_id, id),
        CONSTRAINT fk_access_log_account_id FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_access_log_subject_id FOREIGN KEY (family_id, subject_id) REFERENCES member (family_id, account_id)
      );
      CREATE INDEX ix_access_log_at ON access_log (family_id, at);

      ${rowSecurity('access_log')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_log; DROP INDEX ix_member_family_id')
  }
}
