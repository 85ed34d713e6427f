import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Wrong guesses at codes and links, counted for all instances together. */
export class CreateGuesses1795500000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE guess (
        guesser bytea NOT NULL,
        wrong integer NOT NULL,
        until timestamptz NOT NULL,
        CONSTRAINT pk_guess PRIMARY KEY (guesser)
      );
      CREATE INDEX ix_guess_until ON guess (until);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guess')
  }
}
