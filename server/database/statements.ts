import { getMetadataArgsStorage } from 'typeorm'
import { snake } from './naming.ts'

/**
 * Statement texts for the hot paths, where building an entity costs more than the row. Table and column names come from
 * entities and code, never from a request; values always travel as parameters.
 */
interface Statement {
  readonly sql: string
  readonly parameters: unknown[]
}

/** `insert into table (…) values (…)` of a row by its entity's property names. */
export function insertInto(table: string, row: object): Statement {
  const columns = Object.keys(row).map(snake)
  const places = columns.map((_, index) => `$${index + 1}`)
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    parameters: Object.values(row),
  }
}

/** `a = $3, b = $4`, the first parameter being number `first`. */
export function assignments(row: object, first: number): Statement {
  const list = Object.keys(row).map((key, index) => `${snake(key)} = $${first + index}`)
  return { sql: list.join(', '), parameters: Object.values(row) }
}

/** `family_id as "familyId", …`: rows come back under the entity's property names. */
export const selectList = (entity: new () => object): string =>
  getMetadataArgsStorage()
    .filterColumns(entity)
    .map(({ propertyName }) => `${snake(propertyName)} as "${propertyName}"`)
    .join(', ')
