import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rowSecurity } from './row-security.ts'

/** Whom the record is about, and the medicine cabinet. */
export class CreateChildrenAndProducts1795500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE child (
        family_id uuid NOT NULL CONSTRAINT fk_child_family_id REFERENCES family (id),
        id uuid NOT NULL,
        seq bigint NOT NULL,
        name text NOT NULL CONSTRAINT ck_child_name_7c301a CHECK (length(name) between 1 and 60),
        birth_date date,
        sex text CONSTRAINT ck_child_sex_fb1313 CHECK (sex in ('male', 'female')),
        time_zone text CONSTRAINT ck_child_time_zone_7a701c CHECK (length(time_zone) <= 60),
        deleted boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_child PRIMARY KEY (family_id, id)
      );
      CREATE INDEX ix_child_seq ON child (family_id, seq);

      CREATE TABLE weight (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        child_id uuid NOT NULL,
        weighed_on date NOT NULL,
        grams integer NOT NULL CONSTRAINT ck_weight_grams_78b69c CHECK (grams between 1 and 200000),
        deleted boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_weight PRIMARY KEY (family_id, id),
        CONSTRAINT fk_weight_child_id FOREIGN KEY (family_id, child_id) REFERENCES child (family_id, id)
      );
      CREATE INDEX ix_weight_seq ON weight (family_id, seq);
      CREATE INDEX ix_weight_child_id_weighed_on ON weight (family_id, child_id, weighed_on);

      CREATE TABLE condition (
        family_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        child_id uuid NOT NULL,
        code text NOT NULL CONSTRAINT ck_condition_code_086558 CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'),
        present boolean NOT NULL,
        deleted boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_condition PRIMARY KEY (family_id, id),
        CONSTRAINT uq_condition_child_id_code UNIQUE (family_id, child_id, code),
        CONSTRAINT fk_condition_child_id FOREIGN KEY (family_id, child_id) REFERENCES child (family_id, id)
      );
      CREATE INDEX ix_condition_seq ON condition (family_id, seq);

      CREATE TABLE product (
        family_id uuid NOT NULL CONSTRAINT fk_product_family_id REFERENCES family (id),
        id uuid NOT NULL,
        seq bigint NOT NULL,
        name text NOT NULL CONSTRAINT ck_product_name_7c301a CHECK (length(name) between 1 and 60),
        form text NOT NULL CONSTRAINT ck_product_form_a16ed9
          CHECK (form in ('liquid', 'drops', 'sachet', 'tablet', 'capsule', 'suppository', 'other')),
        min_age_months smallint CONSTRAINT ck_product_min_age_ff0c1e CHECK (min_age_months between 0 and 216),
        max_doses_per_day smallint CONSTRAINT ck_product_max_doses_f2827d CHECK (max_doses_per_day between 1 and 24),
        ingredients jsonb NOT NULL CONSTRAINT ck_product_ingredients_fe3a0f CHECK (jsonb_typeof(ingredients) = 'array'),
        deleted boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_product PRIMARY KEY (family_id, id)
      );
      CREATE INDEX ix_product_seq ON product (family_id, seq);

      ${rowSecurity('child')}
      ${rowSecurity('weight')}
      ${rowSecurity('condition')}
      ${rowSecurity('product')}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE product, condition, weight, child')
  }
}
