import { randomUUID } from 'node:crypto'
import { TokenService } from '../../server/access/token.service.ts'
import { AccountsService } from '../../server/accounts/accounts.service.ts'
import { ChildrenService } from '../../server/children/children.service.ts'
import { currentConsent } from '../../shared/consent/versions.ts'
import { FamilyDatabase } from '../../server/database/family-database.ts'
import { FamiliesService } from '../../server/families/families.service.ts'
import { ProductsService } from '../../server/products/products.service.ts'
import type { Change } from '../../shared/contract/schemas/sync.schema.ts'
import type { NewFamily } from '../../shared/contract/schemas/family.schema.ts'
import type { Role } from '../../shared/contract/schemas/records.schema.ts'
import { instant } from '../../shared/time/instant.ts'
import { micrograms } from '../../shared/units/medicine.ts'
import type { TestApp } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

export interface TestFamily {
  readonly familyId: string
  readonly childId: string
  /** A suspension with 20 mg of ibuprofen in a millilitre. */
  readonly productId: string
  readonly accounts: Readonly<Record<Role, string>>
  readonly tokens: Readonly<Record<Role, string>>
}

const now = (): ReturnType<typeof instant> => instant(Date.now())

/** An account that belongs to nobody, and its token. */
export async function makeAccount({ app }: TestApp): Promise<{ accountId: string; token: string }> {
  const accountId = randomUUID()
  await app.nest
    .get(AccountsService, { strict: false })
    .ensure([{ id: accountId, provider: 'test', subject: accountId }], now())
  const { token } = await app.nest.get(TokenService).issue(accountId)
  return { accountId, token }
}

/** A family with an owner, a caregiver and a viewer, a child of three with a weight, and a product. */
export async function makeFamily(test: TestApp, { childName = '测试宝宝' } = {}): Promise<TestFamily> {
  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    test.app.nest.get<Service>(type, { strict: false })
  const people = { owner: await makeAccount(test), caregiver: await makeAccount(test), viewer: await makeAccount(test) }
  const familyId = randomUUID()
  const members = Object.entries(people).map(([role, { accountId }]) => ({ accountId, name: role, role: role as Role }))
  await get(FamiliesService).create(familyId, '测试家庭', members, now())
  const [childId, productId] = [randomUUID(), randomUUID()]
  await get(FamilyDatabase).inFamily(familyId, async (scope) => {
    const seq = await get(FamiliesService).lock(scope, 3)
    const child = { id: childId, name: childName, birthDate: '2023-03-01', sex: null, timeZone: 'Asia/Shanghai' }
    await get(ChildrenService).addChild(scope, seq, child)
    await get(ChildrenService).addWeight(scope, seq + 1, {
      id: randomUUID(),
      childId,
      weighedOn: '2026-01-10',
      grams: 14_200,
    })
    await get(ProductsService).add(scope, seq + 2, {
      id: productId,
      name: '美林',
      form: 'liquid',
      minAgeMonths: 12,
      maxDosesPerDay: 4,
      ingredients: [{ code: 'ibuprofen', perMl: micrograms(20), perPiece: null }],
    })
  })
  const of = <Value>(pick: (person: { accountId: string; token: string }) => Value): Record<Role, Value> => ({
    owner: pick(people.owner),
    caregiver: pick(people.caregiver),
    viewer: pick(people.viewer),
  })
  return { familyId, childId, productId, accounts: of((p) => p.accountId), tokens: of((p) => p.token) }
}

/** An account that belonged to the family once, as its owner, and its token. */
export async function makeFormerMember(
  test: TestApp,
  database: Pick<TestDatabase, 'query'>,
  { familyId }: TestFamily,
): Promise<{ accountId: string; token: string }> {
  const account = await makeAccount(test)
  await database.query(
    `insert into member (family_id, account_id, seq, name, role, joined_at, removed_at)
     values ($1, $2, 4, 'gone', 'owner', now(), now())`,
    [familyId, account.accountId],
  )
  return account
}

/** What a phone sends to found a family. */
export const newFamily = (): NewFamily => ({
  familyId: randomUUID(),
  name: '乐乐家',
  memberName: '妈妈',
  consentVersion: currentConsent('guardian'),
  child: {
    childId: randomUUID(),
    name: '乐乐',
    birthDate: '2023-03-01',
    sex: 'male',
    timeZone: 'Asia/Shanghai',
  },
})

type Create = Extract<Change, { op: 'entry.create' }>

/** A change as a phone makes it: a temperature unless told otherwise. */
export const create = (
  childId: string,
  content: Partial<Create['content']> = {},
  head: Partial<Create> = {},
): Create => ({
  op: 'entry.create',
  changeId: randomUUID(),
  madeAt: '2026-01-15T22:10:05+08:00',
  entryId: randomUUID(),
  childId,
  content: {
    kind: 'temperature',
    at: '2026-01-15T22:10:00+08:00',
    ...(content.kind === undefined || content.kind === 'temperature' ? { celsius: 38.9, site: 'axillary' } : {}),
    ...content,
  } as Create['content'],
  ...head,
})

export const dose = (childId: string, productId: string, at: string, ml = 5): Create =>
  create(childId, { kind: 'dose', at, productId, ml })

export const edit = (
  of: Pick<Create, 'entryId' | 'content'>,
  baseRevision: number,
  content: object = {},
  head: object = {},
) => ({
  op: 'entry.edit' as const,
  changeId: randomUUID(),
  madeAt: '2026-01-15T22:20:00+08:00',
  entryId: of.entryId,
  baseRevision,
  content: { ...of.content, ...content },
  ...head,
})

export const remove = ({ entryId }: Pick<Create, 'entryId'>, baseRevision: number, head: object = {}) => ({
  op: 'entry.delete' as const,
  changeId: randomUUID(),
  madeAt: '2026-01-15T22:30:00+08:00',
  entryId,
  baseRevision,
  ...head,
})
