import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** "I am giving it now." */
export class CreateDoseIntents1795500000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dose_intent (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        child_id uuid NOT NULL,
        account_id uuid NOT NULL,
        product_id uuid,
        medicine jsonb NOT NULL CONSTRAINT ck_dose_intent_medicine_d73186 CHECK (jsonb_typeof(medicine) = 'object'),
        at timestamptz NOT NULL,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        outcome text CONSTRAINT ck_dose_intent_outcome_bc63eb CHECK (outcome in ('given', 'not_given')),
        entry_id uuid,
        answered_by uuid,
        answered_at timestamptz,
        dose_check jsonb,
        CONSTRAINT pk_dose_intent PRIMARY KEY (family_id, id),
        CONSTRAINT fk_dose_intent_child_id FOREIGN KEY (family_id, child_id) REFERENCES child (family_id, id),
        CONSTRAINT fk_dose_intent_product_id FOREIGN KEY (family_id, product_id) REFERENCES product (family_id, id),
        CONSTRAINT fk_dose_intent_account_id
          FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_dose_intent_answered_by
          FOREIGN KEY (family_id, answered_by) REFERENCES member (family_id, account_id),
        CONSTRAINT ck_dose_intent_entry_298b8b CHECK (entry_id is null or outcome = 'given'),
        CONSTRAINT ck_dose_intent_answer_565720 CHECK (num_nulls(outcome, answered_by, answered_at) in (0, 3))
      );
      CREATE INDEX ix_dose_intent_seq ON dose_intent (family_id, seq);
      CREATE INDEX ix_dose_intent_child_id_at ON dose_intent (family_id, child_id, at) WHERE outcome is null;

      ${rowSecurity('dose_intent')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dose_intent')
  }
}
