import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

const FAMILY = "nullif(current_setting('app.family_id', true), '')::uuid"

/**
 * Runs with the owner's rights, bound by the owner's policies: the one way to take away what is append only. It names the
 * family, and does nothing when that is not the transaction's.
 */
const door = (signature: string, returns: string, body: string): string => `
  CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  ${body}
  $$;
  REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
`

/** What was asked to be erased, that it was, and the doors through which it goes. */
export class CreateErasures1795500000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tombstone (
        family_id uuid NOT NULL CONSTRAINT fk_tombstone_family_id REFERENCES family (id),
        id uuid NOT NULL,
        seq bigint,
        subject text NOT NULL CONSTRAINT ck_tombstone_subject_8f85dc
          CHECK (subject in ('entry', 'intent', 'proposal', 'child', 'weight', 'condition')),
        CONSTRAINT pk_tombstone PRIMARY KEY (family_id, id)
      );
      CREATE INDEX ix_tombstone_seq ON tombstone (family_id, seq);

      CREATE TABLE erasure (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        child_id uuid,
        account_id uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT ck_erasure_state_47aefe CHECK (state in ('pending', 'cancelled', 'done')),
        CONSTRAINT pk_erasure PRIMARY KEY (family_id, id),
        CONSTRAINT fk_erasure_account_id FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id)
      );
      CREATE INDEX ix_erasure_seq ON erasure (family_id, seq);

      CREATE TABLE erasure_due (
        leads_to uuid NOT NULL,
        erasure_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        CONSTRAINT pk_erasure_due PRIMARY KEY (leads_to, erasure_id)
      );
      CREATE INDEX ix_erasure_due_due_at ON erasure_due (due_at);

      CREATE TABLE account_erasure (
        account_id uuid NOT NULL CONSTRAINT fk_account_erasure_account_id REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        CONSTRAINT pk_account_erasure PRIMARY KEY (account_id)
      );
      CREATE INDEX ix_account_erasure_due_at ON account_erasure (due_at);

      ALTER TABLE family ADD COLUMN erased_at timestamptz;

      ${rowSecurity('tombstone')}
      ${rowSecurity('erasure')}

      ${door('erase_entry(p_family uuid, p_entry uuid, p_seq bigint)', 'uuid[]', ERASE_ENTRY)}
      ${door('erase_child(p_family uuid, p_child uuid, p_seq bigint)', 'void', ERASE_CHILD)}
      ${door('erase_family(p_family uuid)', 'void', ERASE_FAMILY)}
      ${door('erase_account(p_account uuid, p_now timestamptz)', 'void', ERASE_ACCOUNT)}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION erase_entry, erase_child, erase_family, erase_account;
      ALTER TABLE family DROP COLUMN erased_at;
      DROP TABLE account_erasure, erasure_due, erasure, tombstone;
    `)
  }
}

/** What was said of other doses may rest on this one: it is taken back, and their ids are given to be looked at again. */
const ERASE_ENTRY = `
  DECLARE
    f uuid := ${FAMILY};
    said text := '%' || p_entry || '%';
    resting uuid[];
  BEGIN
    IF p_family IS DISTINCT FROM f THEN RETURN '{}'; END IF;
    WITH gone AS (DELETE FROM dose_intent WHERE family_id = f AND entry_id = p_entry RETURNING id)
      INSERT INTO tombstone SELECT f, id, p_seq, 'intent' FROM gone ON CONFLICT DO NOTHING;
    WITH gone AS (DELETE FROM proposal p WHERE family_id = f AND p.change ->> 'entryId' = p_entry::text RETURNING id)
      INSERT INTO tombstone SELECT f, id, p_seq, 'proposal' FROM gone ON CONFLICT DO NOTHING;
    DELETE FROM duplicate_answer WHERE family_id = f AND p_entry IN (first_entry_id, second_entry_id);
    DELETE FROM change WHERE family_id = f AND entry_id = p_entry;
    DELETE FROM revision WHERE family_id = f AND entry_id = p_entry;
    DELETE FROM entry WHERE family_id = f AND id = p_entry;
    INSERT INTO tombstone VALUES (f, p_entry, p_seq, 'entry') ON CONFLICT DO NOTHING;

    UPDATE change SET dose_check = NULL WHERE family_id = f AND dose_check::text LIKE said;
    UPDATE dose_intent SET dose_check = NULL, seq = p_seq WHERE family_id = f AND dose_check::text LIKE said;
    WITH changed AS (
      UPDATE entry SET dose_check = NULL, seq = p_seq WHERE family_id = f AND dose_check::text LIKE said RETURNING id
    ) SELECT coalesce(array_agg(id), '{}') INTO resting FROM changed;
    RETURN resting;
  END`

const ERASE_CHILD = `
  DECLARE
    f uuid := ${FAMILY};
    entries uuid[] := ARRAY(SELECT id FROM entry WHERE family_id = f AND child_id = p_child);
    facts uuid[] := ARRAY(
      SELECT id FROM weight WHERE family_id = f AND child_id = p_child
      UNION ALL SELECT id FROM condition WHERE family_id = f AND child_id = p_child
      UNION ALL SELECT p_child);
  BEGIN
    IF p_family IS DISTINCT FROM f THEN RETURN; END IF;
    INSERT INTO tombstone SELECT f, unnest(entries), NULL, 'entry' ON CONFLICT DO NOTHING;
    INSERT INTO tombstone SELECT f, id, NULL, 'weight' FROM weight WHERE family_id = f AND child_id = p_child
      ON CONFLICT DO NOTHING;
    INSERT INTO tombstone SELECT f, id, NULL, 'condition' FROM condition WHERE family_id = f AND child_id = p_child
      ON CONFLICT DO NOTHING;
    INSERT INTO tombstone VALUES (f, p_child, p_seq, 'child') ON CONFLICT DO NOTHING;
    WITH gone AS (DELETE FROM dose_intent WHERE family_id = f AND child_id = p_child RETURNING id)
      INSERT INTO tombstone SELECT f, id, NULL, 'intent' FROM gone ON CONFLICT DO NOTHING;
    WITH gone AS (
      DELETE FROM proposal p WHERE family_id = f AND (p.change ->> 'childId' = p_child::text
        OR p.change -> 'content' ->> 'childId' = p_child::text
        OR (p.change ->> 'entryId')::uuid = ANY (entries) OR (p.change ->> 'factId')::uuid = ANY (facts))
      RETURNING id
    ) INSERT INTO tombstone SELECT f, id, p_seq, 'proposal' FROM gone ON CONFLICT DO NOTHING;
    DELETE FROM duplicate_answer WHERE family_id = f
      AND (first_entry_id = ANY (entries) OR second_entry_id = ANY (entries));
    DELETE FROM change WHERE family_id = f AND (entry_id = ANY (entries) OR fact_id = ANY (facts));
    -- What was answered to an intent: which child's it was is not told here.
    UPDATE change SET dose_check = NULL WHERE family_id = f AND entry_id IS NULL AND dose_check IS NOT NULL;
    DELETE FROM revision WHERE family_id = f AND entry_id = ANY (entries);
    DELETE FROM entry WHERE family_id = f AND child_id = p_child;
    DELETE FROM fact_revision WHERE family_id = f AND fact_id = ANY (facts);
    DELETE FROM weight WHERE family_id = f AND child_id = p_child;
    DELETE FROM condition WHERE family_id = f AND child_id = p_child;
    DELETE FROM child WHERE family_id = f AND id = p_child;
  END`

/** Every table that has a family, those of later migrations too: whichever is still referred to goes in the next round. */
const ERASE_FAMILY = `
  DECLARE
    f uuid := ${FAMILY};
    one name;
    referred boolean;
  BEGIN
    IF p_family IS DISTINCT FROM f THEN RETURN; END IF;
    FOR round IN 1..20 LOOP
      referred := false;
      FOR one IN
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'family_id'
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
      LOOP
        BEGIN
          EXECUTE format('DELETE FROM %I WHERE family_id = $1', one) USING f;
        EXCEPTION WHEN foreign_key_violation THEN
          referred := true;
        END;
      END LOOP;
      EXIT WHEN NOT referred;
    END LOOP;
    DELETE FROM invite_directory WHERE leads_to = f;
    DELETE FROM upkeep WHERE leads_to = f;
    DELETE FROM erasure_due WHERE leads_to = f;
    DELETE FROM family WHERE id = f;
  END`

/** Who somebody was; the bare id stays, for families name it as the author of what they keep. */
const ERASE_ACCOUNT = `
  BEGIN
    IF NOT EXISTS (SELECT FROM account_erasure WHERE account_id = p_account AND due_at <= p_now) THEN RETURN; END IF;
    DELETE FROM session WHERE account_id = p_account;
    DELETE FROM account_identity WHERE account_id = p_account;
    DELETE FROM account_erasure WHERE account_id = p_account;
  END`
