import { randomUUID } from 'node:crypto'
import type { HttpAnswer, HttpRequest } from '../../miniprogram/platform/ports.ts'
import { createSendRoute, type CallArgs } from '../../miniprogram/services/send-route.ts'
import { DEMO_FAMILY } from '../../server/demo/demo-family.ts'
import { currentConsent } from '../../shared/consent/versions.ts'
import type { RouteId } from '../../shared/contract/routes.ts'
import type { RecordChange } from '../../shared/contract/schemas/change.schema.ts'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { FactContent } from '../../shared/contract/schemas/fact.schema.ts'
import type { Change } from '../../shared/contract/schemas/sync.schema.ts'
import { done } from './guest-night.ts'

/** A family in which everything waits that a family can have to settle, made through the API; its owner is nobody's phone. */
export interface EventfulFamily {
  readonly familyId: string
  readonly childId: string
  readonly productId: string
  /** An entry with a history. */
  readonly entryId: string
  /** A code for one who may log. */
  readonly invite: () => Promise<string>
  /** Makes who came in under this name the owner. */
  readonly handOverTo: (name: string) => Promise<void>
}

const DAY = 24 * 60
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const consentVersion = currentConsent('guardian')
const head = () => ({ changeId: randomUUID(), madeAt: new Date().toISOString() })

export async function eventfulFamily(apiUrl: string): Promise<EventfulFamily> {
  const call = caller(apiUrl)
  const invite = async (token: string, familyId: string, role: 'caregiver' | 'viewer' = 'caregiver') =>
    (await call('invites.create', { params: { familyId }, query: {}, body: { role } }, token)).code
  const join = async (code: string, memberName: string) => {
    const body = { code, memberName, attemptId: randomUUID(), consentVersion }
    return (await call('auth.localJoin', { params: {}, query: {}, body }, null)).accessToken
  }
  const demo = await call('demo.login', { params: {}, query: {}, body: { person: 'mama' } }, null)
  const founder = await join(await invite(demo.accessToken, DEMO_FAMILY.id, 'viewer'), '邻居')
  const [familyId, childId, productId] = [randomUUID(), randomUUID(), randomUUID()]
  const child = { childId, name: '小满', birthDate: '2022-05-20', sex: 'female', timeZone: 'Asia/Shanghai' } as const
  const family = { familyId, name: '小满一家', memberName: '妈妈', consentVersion, child }
  await call('families.create', { params: {}, query: {}, body: family }, founder)
  const leaving = { params: { familyId: DEMO_FAMILY.id }, query: {}, body: { confirm: true } } as const
  await call('families.leave', leaving, founder)
  const [father, aunt] = [
    await join(await invite(founder, familyId), '爸爸'),
    await join(await invite(founder, familyId), '姑姑'),
  ]

  const send = async (token: string, changes: readonly Change[]) => {
    const body = { epoch: null, cursor: 0, sentAt: new Date().toISOString(), changes: [...changes] }
    return call('family.sync', { params: { familyId }, query: {}, body }, token)
  }
  const log = (content: EntryContent, entryId: string = randomUUID()): RecordChange => ({
    op: 'entry.create',
    ...head(),
    entryId,
    childId,
    content,
  })
  const reading = (minutes: number, celsius: number): EntryContent => ({
    kind: 'temperature',
    at: minutesAgo(minutes),
    celsius,
    site: 'axillary',
  })
  const note = (text: string): EntryContent => ({ kind: 'note', at: minutesAgo(70), text })
  const state = (content: FactContent, factId: string = randomUUID()): RecordChange => ({
    op: 'fact.create',
    ...head(),
    factId,
    content,
  })
  const product = (maxDosesPerDay: number): FactContent => ({
    kind: 'product',
    name: '美林 布洛芬混悬液',
    form: 'liquid',
    minAgeMonths: 6,
    maxDosesPerDay,
    ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }],
  })
  const weight = (on: string, weightKg: number): FactContent => ({
    kind: 'weight',
    childId,
    on,
    weightKg,
    confirmed: false,
  })
  const entryId = randomUUID()
  const fever = [60 * DAY, 60 * DAY - 300, 60 * DAY - 600, 60 * DAY - 1200]
  await send(founder, [
    state(product(4), productId),
    state(weight('2026-01-10', 14.2)),
    state(weight('2026-06-01', 15.1)),
    state({ kind: 'condition', childId, code: 'ibuprofen_allergy', present: false, note: '问过医生' }),
    ...fever.map((minutes, index) => log(reading(minutes, [38.6, 39.2, 38.4, 37.1][index]!))),
    log(reading(300, 38.4)),
    log(reading(180, 39.1)),
    log({ kind: 'dose', at: minutesAgo(175), productId, ml: 5 }),
    log(reading(40, 38.1)),
    log(note('吃了半个苹果'), entryId),
  ])
  const change = (text: string): Change => ({
    op: 'entry.edit',
    ...head(),
    entryId,
    baseRevision: 1,
    content: note(text),
  })
  const relabel = (doses: number): Change => ({
    op: 'fact.edit',
    ...head(),
    factId: productId,
    baseRevision: 1,
    content: product(doses),
  })
  await send(founder, [change('吃了一个苹果，喝了两口水，又睡了'), relabel(3)])
  await send(father, [change('吃了两口苹果'), relabel(5), log(reading(40, 38.1))])
  const medicine = { productId, ml: 5 }
  await send(father, [{ op: 'intent.create', ...head(), intentId: randomUUID(), childId, medicine }])

  const accountOf = async (name: string): Promise<string> => {
    const { members } = await call('members.list', { params: { familyId }, query: {}, body: undefined }, founder)
    return members.find((one) => one.name === name)!.accountId
  }
  await call(
    'members.remove',
    { params: { familyId }, query: {}, body: { accountId: await accountOf('姑姑') } },
    founder,
  )
  const changes = [log(reading(120, 38.8)), log(note('夜里翻身多'))]
  await call('proposals.create', { params: { familyId }, query: {}, body: { changes } }, aunt)

  return {
    familyId,
    childId,
    productId,
    entryId,
    invite: () => invite(founder, familyId),
    async handOverTo(name) {
      const body = { accountId: await accountOf(name) }
      await call('families.handOver', { params: { familyId }, query: {}, body }, founder)
    },
  }
}

/** The contract's routes, as a phone calls them; what goes wrong is thrown. */
function caller(apiUrl: string) {
  const send = async ({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { kind: 'answer', status: response.status, body: await response.json() }
  }
  const sendRoute = createSendRoute(send, apiUrl, 'test')
  return async <Id extends RouteId>(id: Id, args: CallArgs<Id>, token: string | null) =>
    done(await sendRoute(id, args, token))
}
