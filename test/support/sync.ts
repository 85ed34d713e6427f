import type { EntryRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import type { TestFamily } from './factories.ts'
import type { TestApp } from './test-app.ts'
import type { Answer } from './test-client.ts'

interface Since {
  readonly token?: string
  readonly cursor?: number
  readonly epoch?: string | null
}

/** One sync of a phone: the owner's, from the beginning, unless told otherwise. */
export function syncOf(
  app: TestApp,
  family: TestFamily,
  changes: readonly unknown[],
  { token = family.tokens.owner, cursor = 0, epoch = null }: Since = {},
): Promise<Answer<SyncResponse>> {
  return app.as(token).post<SyncResponse>(`/families/${family.familyId}/sync`, { epoch, cursor, changes })
}

/** The entry's record in an answer. */
export function entryOf({ body }: Answer<SyncResponse>, entryId: string): EntryRecord {
  const record = body.records.find(({ id }) => id === entryId)
  if (record?.type !== 'entry') throw new Error(`no entry ${entryId} in the answer`)
  return record
}

export const outcomesOf = ({ body }: Answer<SyncResponse>): string[] => body.results.map(({ outcome }) => outcome)
export const rejectionsOf = ({ body }: Answer<SyncResponse>): (string | null)[] =>
  body.results.map(({ rejection }) => rejection)
