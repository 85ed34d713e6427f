import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the contract says of a dose's amount, its outcome and of codes, the table says too. */
export class BoundEntries1795500000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry
        ADD CONSTRAINT ck_entry_dose_most_688b2d
          CHECK (volume_microlitres <= 10000000 and milli_pieces <= 10000000 and mass_micrograms <= 10000000),
        ADD CONSTRAINT ck_entry_outcome_minutes_20939d
          CHECK (outcome_minutes between 0 and 1440),
        ADD CONSTRAINT ck_entry_ingredient_a678d6
          CHECK (ingredient ~ '^[a-z][a-z0-9_]{0,39}$'),
        ADD CONSTRAINT ck_entry_medicine_78d31a
          CHECK (length(medicine) between 1 and 80),
        ADD CONSTRAINT ck_entry_symptom_code_e4d488
          CHECK (symptom ~ '^[a-z][a-z0-9_]{0,39}$');

      -- Before it an intent nobody had answered could name a dose: of an unknown outcome nothing is false.
      ALTER TABLE dose_intent
        DROP CONSTRAINT ck_dose_intent_entry_298b8b,
        ADD CONSTRAINT ck_dose_intent_entry_7a9039 CHECK (entry_id is null or outcome is not distinct from 'given')
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry
        DROP CONSTRAINT ck_entry_dose_most_688b2d,
        DROP CONSTRAINT ck_entry_outcome_minutes_20939d,
        DROP CONSTRAINT ck_entry_ingredient_a678d6,
        DROP CONSTRAINT ck_entry_medicine_78d31a,
        DROP CONSTRAINT ck_entry_symptom_code_e4d488;

      ALTER TABLE dose_intent
        DROP CONSTRAINT ck_dose_intent_entry_7a9039,
        ADD CONSTRAINT ck_dose_intent_entry_298b8b CHECK (entry_id is null or outcome = 'given')
    `)
  }
}
