import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** What former members had not sent, and what the owner said of it. */
export class CreateProposals1795500000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        account_id uuid NOT NULL,
        change jsonb CONSTRAINT ck_proposal_change_c62180 CHECK (jsonb_typeof(change) = 'object'),
        received_at timestamptz NOT NULL,
        clock_offset_seconds integer,
        state text NOT NULL CONSTRAINT ck_proposal_state_400609 CHECK (state in ('open', 'accepted', 'refused')),
        settled_by uuid,
        settled_at timestamptz,
        CONSTRAINT pk_proposal PRIMARY KEY (family_id, id),
        CONSTRAINT fk_proposal_account_id
          FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_proposal_settled_by
          FOREIGN KEY (family_id, settled_by) REFERENCES member (family_id, account_id),
        CONSTRAINT ck_proposal_open_850c23 CHECK (state <> 'open' or change is not null),
        CONSTRAINT ck_proposal_accepted_5f6dc4 CHECK (state <> 'accepted' or change is null),
        CONSTRAINT ck_proposal_settled_555aa9
          CHECK (num_nonnulls(settled_by, settled_at) = case state when 'open' then 0 else 2 end)
      );
      CREATE INDEX ix_proposal_seq ON proposal (family_id, seq);

      ${rowSecurity('proposal')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposal')
  }
}
