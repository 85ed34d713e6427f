import type { EntityManager, QueryRunner } from 'typeorm'

/** One open transaction, and the only thing repositories take. What it sees is bound by the row-level security it was opened for. */
export class Scope {
  constructor(private readonly runner: QueryRunner) {}

  /** Rows of one statement. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, [...parameters], true)
    return result.records as Row[]
  }

  /** For reads and single inserts by entity. Never `save`: it would open and commit a transaction of its own. */
  get entities(): Pick<EntityManager, 'find' | 'findOne' | 'insert' | 'update'> {
    return this.runner.manager
  }
}
