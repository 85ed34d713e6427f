import type { DEMO_PEOPLE } from '../../shared/contract/endpoints.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import { derivedId } from '../platform/derived-id.ts'

export type DemoPerson = (typeof DEMO_PEOPLE)[number]

export const DEMO_PROVIDER = 'demo'
export const DEMO_FAMILY = { id: derivedId('demo family'), name: '乐乐一家' }

const member = (person: DemoPerson, name: string, role: Role) => ({
  person,
  name,
  role,
  accountId: derivedId('demo account', person),
})

export const DEMO_MEMBERS = [
  member('mama', '妈妈', 'owner'),
  member('baba', '爸爸', 'caregiver'),
  member('grandma', '姥姥', 'viewer'),
]
