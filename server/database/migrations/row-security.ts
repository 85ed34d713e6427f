/** The family a transaction was opened for; after a commit the setting is '', not null. */
const CURRENT_FAMILY = "nullif(current_setting('app.family_id', true), '')::uuid"

/**
 * A table of families is closed even to its owner but for the rows of the family the transaction was opened for.
 * Released migrations call this: it may not change; another kind of policy gets another function.
 */
export const rowSecurity = (table: string, familyColumn = 'family_id'): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_of_family ON ${table}
    USING (${familyColumn} = ${CURRENT_FAMILY}) WITH CHECK (${familyColumn} = ${CURRENT_FAMILY});
`
