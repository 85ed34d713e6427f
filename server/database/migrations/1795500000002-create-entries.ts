import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** What was written down, everything it ever was, and the phones' changes that made it so. */
export class CreateEntries1795500000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entry (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        child_id uuid NOT NULL,
        kind text NOT NULL,
        occurred_at timestamptz NOT NULL,
        utc_offset_minutes smallint NOT NULL,

        revision integer NOT NULL,
        deleted boolean NOT NULL DEFAULT false,
        logged_by uuid,
        author text,
        logged_at timestamptz NOT NULL,
        edited_by uuid,
        edited_at timestamptz,

        centi_celsius smallint,
        site text,
        product_id uuid,
        ingredient text,
        medicine text,
        antipyretic text,
        volume_microlitres integer,
        milli_pieces integer,
        mass_micrograms integer,
        outcome text,
        outcome_minutes smallint,
        symptom text,
        present boolean,
        question text,
        answer text,
        note text,
        dose_check jsonb,

        CONSTRAINT pk_entry PRIMARY KEY (family_id, id),
        CONSTRAINT fk_entry_child_id FOREIGN KEY (family_id, child_id) REFERENCES child (family_id, id),
        CONSTRAINT fk_entry_product_id FOREIGN KEY (family_id, product_id) REFERENCES product (family_id, id),
        CONSTRAINT fk_entry_logged_by FOREIGN KEY (family_id, logged_by) REFERENCES member (family_id, account_id),
        CONSTRAINT fk_entry_edited_by FOREIGN KEY (family_id, edited_by) REFERENCES member (family_id, account_id),

        CONSTRAINT ck_entry_kind_fb1468 CHECK (kind in ('temperature', 'dose', 'symptom', 'answer', 'note')),
        CONSTRAINT ck_entry_offset_223a48 CHECK (utc_offset_minutes between -899 and 899),
        CONSTRAINT ck_entry_revision_4c1277 CHECK (revision >= 1),
        CONSTRAINT ck_entry_author_784fba CHECK (logged_by is null or author is null),

        CONSTRAINT ck_entry_temperature_cb77e9 CHECK (kind <> 'temperature' or num_nulls(centi_celsius, site) = 0),
        CONSTRAINT ck_entry_temperature_only_817140 CHECK (kind = 'temperature' or num_nonnulls(centi_celsius, site) = 0),
        CONSTRAINT ck_entry_celsius_895e34 CHECK (centi_celsius between 2000 and 5000),
        CONSTRAINT ck_entry_site_ffc519
          CHECK (site in ('axillary', 'tympanic', 'forehead', 'noncontact', 'oral', 'rectal')),

        CONSTRAINT ck_entry_dose_b49783 CHECK (kind <> 'dose' or num_nonnulls(product_id, ingredient, medicine) >= 1),
        CONSTRAINT ck_entry_dose_only_39fcad CHECK (kind = 'dose' or num_nonnulls(product_id, ingredient, medicine,
          antipyretic, volume_microlitres, milli_pieces, mass_micrograms, outcome, outcome_minutes) = 0),
        CONSTRAINT ck_entry_dose_amount_611f58
          CHECK (num_nonnulls(volume_microlitres, milli_pieces, mass_micrograms) <= 1),
        CONSTRAINT ck_entry_dose_positive_23446a
          CHECK (volume_microlitres > 0 and milli_pieces > 0 and mass_micrograms > 0),
        CONSTRAINT ck_entry_antipyretic_718f49 CHECK (antipyretic in ('yes', 'no', 'unknown')),
        CONSTRAINT ck_entry_outcome_85a349 CHECK (outcome in ('kept', 'vomited', 'spat')),

        CONSTRAINT ck_entry_symptom_f308a4 CHECK (kind <> 'symptom' or num_nulls(symptom, present) = 0),
        CONSTRAINT ck_entry_symptom_only_657d22 CHECK (kind = 'symptom' or num_nonnulls(symptom, present) = 0),

        CONSTRAINT ck_entry_answer_a4b6c8 CHECK (kind <> 'answer' or num_nulls(question, answer) = 0),
        CONSTRAINT ck_entry_answer_only_1438f8 CHECK (kind = 'answer' or num_nonnulls(question, answer) = 0),
        CONSTRAINT ck_entry_question_ba1aa4 CHECK (question in
          ('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11', 'Q12', 'Q13', 'Q14')),
        CONSTRAINT ck_entry_answer_value_eb9c0c CHECK (answer in ('yes', 'no', 'unknown')),

        CONSTRAINT ck_entry_note_34235e CHECK (kind <> 'note' or note is not null),
        CONSTRAINT ck_entry_note_only_2f7616 CHECK (kind = 'note' or num_nonnulls(note) = 0),
        CONSTRAINT ck_entry_note_length_44c788 CHECK (length(note) between 1 and 2000)
      );
      CREATE INDEX ix_entry_seq ON entry (family_id, seq);
      CREATE INDEX ix_entry_child_id_occurred_at ON entry (family_id, child_id, occurred_at);

      CREATE TABLE revision (
        family_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        revision integer NOT NULL CONSTRAINT ck_revision_number_4c1277 CHECK (revision >= 1),
        seq bigint NOT NULL,
        account_id uuid,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        stale boolean NOT NULL,
        content jsonb CONSTRAINT ck_revision_content_b1484e CHECK (jsonb_typeof(content) = 'object'),
        CONSTRAINT pk_revision PRIMARY KEY (family_id, entry_id, revision),
        CONSTRAINT fk_revision_entry_id FOREIGN KEY (family_id, entry_id) REFERENCES entry (family_id, id),
        CONSTRAINT fk_revision_account_id FOREIGN KEY (family_id, account_id) REFERENCES member (family_id, account_id)
      );
      CREATE INDEX ix_revision_entry_id ON revision (family_id, entry_id) WHERE stale;

      CREATE TABLE change (
        family_id uuid NOT NULL,
        change_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        revision integer NOT NULL,
        seq bigint NOT NULL,
        outcome text NOT NULL CONSTRAINT ck_change_outcome_b526bd CHECK (outcome in ('saved', 'conflict')),
        dose_check jsonb,
        CONSTRAINT pk_change PRIMARY KEY (family_id, change_id),
        CONSTRAINT fk_change_entry_id_revision
          FOREIGN KEY (family_id, entry_id, revision) REFERENCES revision (family_id, entry_id, revision)
      );

      ${rowSecurity('entry')}
      ${rowSecurity('revision')}
      ${rowSecurity('change')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE change, revision, entry')
  }
}
