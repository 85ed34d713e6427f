import { createHash } from 'node:crypto'
import { Check, DefaultNamingStrategy, type Table } from 'typeorm'

/** Tables and columns in snake case, constraints named for what they hold: a violation in a log can be read. */
export class Naming extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className)
  }

  override columnName(property: string, given: string | undefined): string {
    return given ?? snake(property)
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${this.getTableName(table)}`
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `fk_${this.getTableName(table)}_${own(columns)}`
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `ix_${this.getTableName(table)}_${own(columns)}`
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `uq_${this.getTableName(table)}_${own(columns)}`
  }
}

/** A CHECK whose name carries a fingerprint of its text: TypeORM compares names only, and drift must see a changed rule. */
export const Rule = (name: string, expression: string): ClassDecorator =>
  Check(`ck_${name}_${createHash('sha256').update(expression).digest('hex').slice(0, 6)}`, expression)

/** `column in ('a', 'b')`, of a vocabulary of ours. */
export const oneOf = (column: string, values: readonly string[]): string =>
  `${column} in (${values.map((value) => `'${value}'`).join(', ')})`

/** Every key and index is led by family_id: its name need not say so. */
const own = (columns: readonly string[]): string =>
  columns
    .map(snake)
    .filter((column) => column !== 'family_id')
    .join('_') || 'family_id'

/** `familyId` → `family_id`. */
export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
