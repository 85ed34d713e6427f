/** A row under its entity's property names, as hot statements read and write it without making an entity. */
export type Row<Entity> = { [Column in keyof Entity]: Entity[Column] }
