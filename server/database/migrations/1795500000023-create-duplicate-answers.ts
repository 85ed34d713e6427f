import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** "Once, or twice?" and what was answered. */
export class CreateDuplicateAnswers1795500000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duplicate_answer (
        family_id uuid NOT NULL,
        seq bigint NOT NULL,
        first_entry_id uuid NOT NULL,
        second_entry_id uuid NOT NULL,
        answer text NOT NULL CONSTRAINT ck_duplicate_answer_answer_53df41 CHECK (answer in ('same', 'both')),
        account_id uuid NOT NULL,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT pk_duplicate_answer PRIMARY KEY (family_id, seq),
        CONSTRAINT fk_duplicate_answer_first_entry_id
          FOREIGN KEY (family_id, first_entry_id) REFERENCES entry (family_id, id),
        CONSTRAINT fk_duplicate_answer_second_entry_id
          FOREIGN KEY (family_id, second_entry_id) REFERENCES entry (family_id, id),
        CONSTRAINT fk_duplicate_answer_account_id
          FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id),
        CONSTRAINT ck_duplicate_answer_order_1135d0 CHECK (first_entry_id < second_entry_id)
      );

      ${rowSecurity('duplicate_answer')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duplicate_answer')
  }
}
