import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** Children, weights, conditions and products become what phones may change, with all they ever were; and who is on duty. */
export class CreateFactRevisions1795500000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE child ADD COLUMN revision integer NOT NULL DEFAULT 1
        CONSTRAINT ck_child_revision_4c1277 CHECK (revision >= 1);
      ALTER TABLE condition ADD COLUMN revision integer NOT NULL DEFAULT 1
        CONSTRAINT ck_condition_revision_4c1277 CHECK (revision >= 1);
      ALTER TABLE product ADD COLUMN revision integer NOT NULL DEFAULT 1
        CONSTRAINT ck_product_revision_4c1277 CHECK (revision >= 1);
      ALTER TABLE weight ADD COLUMN revision integer NOT NULL DEFAULT 1
        CONSTRAINT ck_weight_revision_4c1277 CHECK (revision >= 1);
      ALTER TABLE weight ADD COLUMN confirmed boolean NOT NULL DEFAULT false;

      CREATE TABLE fact_revision (
        family_id uuid NOT NULL CONSTRAINT fk_fact_revision_family_id REFERENCES family (id),
        fact_id uuid NOT NULL,
        revision integer NOT NULL CONSTRAINT ck_fact_revision_number_4c1277 CHECK (revision >= 1),
        kind text NOT NULL CONSTRAINT ck_fact_revision_kind_82371c
          CHECK (kind in ('child', 'weight', 'condition', 'product')),
        seq bigint NOT NULL,
        account_id uuid,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        stale boolean NOT NULL,
        settles integer[],
        content jsonb CONSTRAINT ck_fact_revision_content_b1484e CHECK (jsonb_typeof(content) = 'object'),
        CONSTRAINT pk_fact_revision PRIMARY KEY (family_id, fact_id, revision),
        CONSTRAINT fk_fact_revision_account_id
          FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id)
      );
      CREATE INDEX ix_fact_revision_fact_id ON fact_revision (family_id, fact_id) WHERE stale;

      CREATE TABLE duty (
        family_id uuid NOT NULL CONSTRAINT fk_duty_family_id REFERENCES family (id),
        seq bigint NOT NULL,
        account_id uuid NOT NULL,
        taken_by uuid NOT NULL,
        since timestamptz NOT NULL,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT pk_duty PRIMARY KEY (family_id, seq),
        CONSTRAINT fk_duty_account_id FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_duty_taken_by FOREIGN KEY (family_id, taken_by) REFERENCES member (family_id, account_id)
      );

      ALTER TABLE change
        ALTER COLUMN entry_id DROP NOT NULL,
        ALTER COLUMN revision DROP NOT NULL,
        ADD COLUMN fact_id uuid,
        ADD CONSTRAINT ck_change_subject_312e6b
          CHECK (num_nonnulls(entry_id, fact_id) = num_nonnulls(revision));

      ${rowSecurity('fact_revision')}
      ${rowSecurity('duty')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE change
        DROP CONSTRAINT ck_change_subject_312e6b,
        DROP COLUMN fact_id,
        ALTER COLUMN entry_id SET NOT NULL,
        ALTER COLUMN revision SET NOT NULL;
      DROP TABLE duty, fact_revision;
      ALTER TABLE weight DROP COLUMN revision, DROP COLUMN confirmed;
      ALTER TABLE product DROP COLUMN revision;
      ALTER TABLE condition DROP COLUMN revision;
      ALTER TABLE child DROP COLUMN revision;
    `)
  }
}
