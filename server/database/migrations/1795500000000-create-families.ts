import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

const CURRENT_ACCOUNT = "nullif(current_setting('app.account_id', true), '')::uuid"

/** Accounts, families and who belongs to which. */
export class CreateFamilies1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid NOT NULL CONSTRAINT pk_account PRIMARY KEY,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE account_identity (
        provider text NOT NULL,
        subject text NOT NULL CONSTRAINT ck_account_identity_subject_9e3f75 CHECK (length(subject) between 1 and 200),
        account_id uuid NOT NULL CONSTRAINT fk_account_identity_account_id REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_account_identity PRIMARY KEY (provider, subject)
      );
      CREATE INDEX ix_account_identity_account_id ON account_identity (account_id);

      CREATE TABLE family (
        id uuid NOT NULL CONSTRAINT pk_family PRIMARY KEY,
        name text NOT NULL CONSTRAINT ck_family_name_7c301a CHECK (length(name) between 1 and 60),
        seq bigint NOT NULL DEFAULT 0,
        record_seq bigint NOT NULL DEFAULT 0,
        epoch uuid NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE member (
        family_id uuid NOT NULL CONSTRAINT fk_member_family_id REFERENCES family (id),
        account_id uuid NOT NULL CONSTRAINT fk_member_account_id REFERENCES account (id),
        seq bigint NOT NULL,
        name text NOT NULL CONSTRAINT ck_member_name_7c301a CHECK (length(name) between 1 and 60),
        role text NOT NULL CONSTRAINT ck_member_role_3c513e CHECK (role in ('owner', 'caregiver', 'viewer')),
        joined_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT pk_member PRIMARY KEY (family_id, account_id)
      );
      CREATE INDEX ix_member_seq ON member (family_id, seq);
      CREATE INDEX ix_member_account_id ON member (account_id);

      ${rowSecurity('family', 'id')}
      ${rowSecurity('member')}

      -- "My families": before a family is chosen, an account reads its own memberships and the families they name.
      CREATE POLICY member_of_account ON member FOR SELECT USING (account_id = ${CURRENT_ACCOUNT});
      CREATE POLICY family_of_account ON family FOR SELECT
        USING (id IN (SELECT family_id FROM member WHERE account_id = ${CURRENT_ACCOUNT} AND removed_at IS NULL));
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member, family, account_identity, account')
  }
}
