import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** Invitations into a family, and where their codes lead. */
export class CreateInvites1795500000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invite (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        role text NOT NULL CONSTRAINT ck_invite_role_a72fa4 CHECK (role in ('caregiver', 'viewer')),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        used_at timestamptz,
        used_by uuid,
        CONSTRAINT pk_invite PRIMARY KEY (family_id, id),
        CONSTRAINT ck_invite_used_528141 CHECK ((used_at is null) = (used_by is null)),
        CONSTRAINT fk_invite_created_by FOREIGN KEY (family_id, created_by) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_invite_used_by FOREIGN KEY (family_id, used_by) REFERENCES member (family_id, account_id)
      );

      CREATE TABLE invite_directory (
        code_hash bytea NOT NULL CONSTRAINT pk_invite_directory PRIMARY KEY,
        leads_to uuid NOT NULL,
        invite_id uuid NOT NULL
      );

      ${rowSecurity('invite')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invite_directory, invite')
  }
}
