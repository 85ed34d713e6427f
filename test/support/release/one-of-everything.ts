import { randomUUID } from 'node:crypto'
import { SessionsService } from '../../../server/access/sessions.service.ts'
import type { Reply } from '../../../shared/contract/endpoints.ts'
import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import type { SyncResponse } from '../../../shared/contract/schemas/sync.schema.ts'
import { announce, answer, deny, settle } from '../changes.ts'
import { create, dose, edit, makeAccount, makeFamily, remove, type TestFamily } from '../factories.ts'
import { syncOf } from '../sync.ts'
import type { TestApp } from '../test-app.ts'

const at = '2026-01-15T22:10:00+08:00'
const head = () => ({ changeId: randomUUID(), madeAt: at })

/** A family that has used everything there is: every kind of entry and fact, edited, deleted, in conflict and settled. */
export async function familyWithEverything(app: TestApp): Promise<TestFamily & { readonly formerToken: string }> {
  const family = await makeFamily(app)
  const { familyId, childId, productId, accounts, tokens } = family
  const owner = app.as(tokens.owner)
  const others = [
    { kind: 'symptom', at, code: 'cough', present: true },
    { kind: 'answer', at, question: 'Q1', value: 'unknown' },
    { kind: 'note', at, text: '喝了半杯水，精神还好 🙂' },
    { kind: 'dose', at, ingredient: 'paracetamol', mg: 200, outcome: 'vomited', outcomeMinutes: 12 },
    { kind: 'dose', at, medicine: '退热贴', antipyretic: 'no', count: 1 },
  ]
  const [first, second, third, gone] = [1, 2, 3, 4].map(() => create(childId)) as [Create, Create, Create, Create]
  const given = dose(childId, productId, at)
  await syncOf(app, family, [first, second, third, gone, given])
  await syncOf(
    app,
    family,
    others.map((content) => create(childId, content as never)),
  )
  await syncOf(app, family, [
    edit(first, 1, { celsius: 39.1 }),
    edit(second, 1, { celsius: 39.2 }),
    edit(second, 1, { celsius: 39.3 }),
    edit(third, 1, { celsius: 38.1 }),
    edit(third, 1, { celsius: 38.2 }),
    settle(third.entryId, 2, [3], 3),
    remove(gone, 1),
    answer([first.entryId, second.entryId], 'same'),
    { op: 'duty.take', ...head(), accountId: accounts.caregiver },
  ]) // prettier-ignore

  await facts(app, family)
  const asked = [1, 2, 3].map(() => announce(childId, { productId, ml: 5 }, new Date().toISOString()))
  await syncOf(app, family, asked)
  const answered = dose(childId, productId, new Date().toISOString())
  await syncOf(app, family, [{ ...answered, intentId: asked[0]!.intentId }, deny(asked[1]!.intentId)])

  const invites = []
  for (const role of ['viewer', 'caregiver', 'viewer'] as const)
    invites.push((await owner.post<Reply<'invites.create'>>(`/families/${familyId}/invites`, { role })).body)
  const guest = await makeAccount(app)
  await app.as(guest.token).post('/invites/accept', { code: invites[0]!.code, memberName: '姑姑' })
  await owner.post(`/families/${familyId}/invites/revoke`, { inviteId: invites[1]!.inviteId })
  await owner.post(`/families/${familyId}/members/role`, { accountId: guest.accountId, role: 'caregiver' })
  await owner.post(`/families/${familyId}/members/remove`, { accountId: guest.accountId })
  await owner.post(`/families/${familyId}/rename`, { name: '改了名的家' })
  const sessions = app.app.nest.get(SessionsService)
  const [, ended] = [await sessions.open(accounts.owner), await sessions.open(accounts.caregiver)]
  await sessions.end(ended.refreshToken, false)
  await app.app.ownerLink()
  return { ...family, formerToken: guest.token }
}

type Create = ReturnType<typeof create>

async function facts(app: TestApp, family: TestFamily): Promise<void> {
  const { childId } = family
  const ids = { child: randomUUID(), weight: randomUUID(), condition: randomUUID(), product: randomUUID() }
  const product = (name: string) => ({ kind: 'product', name, form: 'suppository', minAgeMonths: 3, maxDosesPerDay: 4, ingredients: [{ code: 'paracetamol', mgPerMl: null, mgPerUnit: 125 }] }) // prettier-ignore
  const weight = (weightKg: number) => ({ kind: 'weight', childId, on: '2026-01-14', weightKg, confirmed: true })
  const change = (op: string, factId: string, more: object) => ({ op, ...head(), factId, ...more })
  await syncOf(app, family, [
    change('fact.create', ids.child, { content: { kind: 'child', name: '小宝', birthDate: null, sex: 'female', timeZone: null } }),
    change('fact.create', ids.weight, { content: weight(14.5) }),
    change('fact.create', ids.condition, { content: { kind: 'condition', childId, code: 'asthma', present: true } }),
    change('fact.create', ids.product, { content: product('退热栓') }),
    change('fact.edit', ids.weight, { baseRevision: 1, content: weight(14.6) }),
    change('fact.edit', ids.weight, { baseRevision: 1, content: weight(14.7) }),
    change('fact.edit', ids.product, { baseRevision: 1, content: product('退热栓 125') }),
    change('fact.edit', ids.product, { baseRevision: 1, content: product('退热栓 一二五') }),
    change('fact.settle', ids.product, { baseRevision: 2, conflicting: [3], stands: 3 }),
    change('fact.delete', ids.condition, { baseRevision: 1 }),
  ]) // prettier-ignore
}

/** Everything a phone learns of a family that knows nothing of it yet. */
export async function recordsFromTheBeginning(app: TestApp, familyId: string, token: string): Promise<SyncRecord[]> {
  const records: SyncRecord[] = []
  let position: { epoch: string | null; cursor: number } = { epoch: null, cursor: 0 }
  for (let more = true; more;) {
    const { body } = await app.as(token).post<SyncResponse>(`/families/${familyId}/sync`, { ...position, changes: [] })
    records.push(...body.records)
    ;({ more } = body)
    position = { epoch: body.epoch, cursor: body.cursor }
  }
  return records
}
