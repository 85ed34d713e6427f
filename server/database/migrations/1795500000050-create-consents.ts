import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** What members have agreed to; and the log of access knows what is done for privacy. */
export class CreateConsents1795500000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        account_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT ck_consent_kind_b76a24 CHECK (kind in ('guardian', 'ai')),
        version integer NOT NULL CONSTRAINT ck_consent_version_b093cc CHECK (version >= 1),
        answer text NOT NULL CONSTRAINT ck_consent_answer_2984ba CHECK (answer in ('given', 'refused', 'withdrawn')),
        at timestamptz NOT NULL,
        CONSTRAINT pk_consent PRIMARY KEY (family_id, id),
        CONSTRAINT fk_consent_account_id FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id)
      );
      CREATE INDEX ix_consent_seq ON consent (family_id, seq);
      CREATE INDEX ix_consent_account_id_kind_seq ON consent (family_id, account_id, kind, seq);

      ${rowSecurity('consent')}

      ALTER TABLE access_log
        DROP CONSTRAINT ck_access_log_event_ddbbce,
        ADD CONSTRAINT ck_access_log_event_1d5d08 CHECK (event in ('family_created', 'family_renamed', 'signed_in', 'member_joined', 'member_left', 'member_removed', 'role_changed', 'ownership_handed_over', 'invite_created', 'invite_revoked', 'consent_given', 'consent_refused', 'consent_withdrawn', 'ai_consent_given', 'ai_consent_refused', 'ai_consent_withdrawn', 'exported', 'entry_erased', 'child_erasure_asked', 'family_erasure_asked', 'erasure_cancelled', 'child_erased', 'member_erased'));
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM access_log WHERE event NOT IN ('family_created', 'family_renamed', 'signed_in', 'member_joined', 'member_left', 'member_removed', 'role_changed', 'ownership_handed_over', 'invite_created', 'invite_revoked');
      ALTER TABLE access_log
        DROP CONSTRAINT ck_access_log_event_1d5d08,
        ADD CONSTRAINT ck_access_log_event_ddbbce CHECK (event in ('family_created', 'family_renamed', 'signed_in', 'member_joined', 'member_left', 'member_removed', 'role_changed', 'ownership_handed_over', 'invite_created', 'invite_revoked'));
      DROP TABLE consent;
    `)
  }
}
