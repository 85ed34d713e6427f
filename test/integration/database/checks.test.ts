import { randomUUID } from 'node:crypto'
import { makeFamily, type TestFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

type Row = Readonly<Record<string, unknown>>

let database: TestDatabase
let app: TestApp
let family: TestFamily

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database)
  family = await makeFamily(app)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const at = '2026-01-15T22:10:00+08:00'
const ours = (): Row => ({ family_id: family.familyId, seq: 10 })
const entry = (): Row => ({
  ...ours(),
  id: randomUUID(),
  child_id: family.childId,
  occurred_at: at,
  utc_offset_minutes: 480,
  revision: 1,
  logged_at: at,
})

/** A good row of every kind. */
const GOOD = {
  temperature: () => ['entry', { ...entry(), kind: 'temperature', centi_celsius: 3890, site: 'axillary' }],
  dose: () => [
    'entry',
    { ...entry(), kind: 'dose', product_id: family.productId, volume_microlitres: 5000, outcome: 'kept' },
  ],
  symptom: () => ['entry', { ...entry(), kind: 'symptom', symptom: 'cough', present: true }],
  answer: () => ['entry', { ...entry(), kind: 'answer', question: 'Q1', answer: 'yes' }],
  note: () => ['entry', { ...entry(), kind: 'note', note: '喝了半杯水' }],
  child: () => ['child', { ...ours(), id: randomUUID(), name: '乐乐' }],
  weight: () => [
    'weight',
    { ...ours(), id: randomUUID(), child_id: family.childId, weighed_on: '2026-01-10', grams: 1 },
  ],
  condition: () => [
    'condition',
    { ...ours(), id: randomUUID(), child_id: family.childId, code: `c${randomUUID().slice(0, 8)}`, present: true },
  ],
  product: () => ['product', { ...ours(), id: randomUUID(), name: '美林', form: 'liquid', ingredients: '[]' }],
  intent: () => [
    'dose_intent',
    {
      ...ours(),
      id: randomUUID(),
      child_id: family.childId,
      account_id: family.accounts.owner,
      medicine: '{}',
      at,
      made_at: at,
      received_at: at,
    },
  ],
  proposal: () => [
    'proposal',
    { ...ours(), id: randomUUID(), account_id: family.accounts.owner, change: '{}', received_at: at, state: 'open' },
  ],
  consent: () => [
    'consent',
    {
      ...ours(),
      id: randomUUID(),
      account_id: family.accounts.owner,
      kind: 'guardian',
      version: 1,
      answer: 'given',
      at,
    },
  ],
} satisfies Record<string, () => [string, Row]>
type Kind = keyof typeof GOOD

async function insert(kind: Kind, broken: Row = {}): Promise<void> {
  const [table, good] = GOOD[kind]() as [string, Row]
  const row = { ...good, ...broken }
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  await database.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row))
}

const CHECK = '23514'
const NOT_NULL = '23502'

/** What belongs to one kind of entry, and to no other. */
const OWN: Readonly<Record<string, Row>> = {
  temperature: { centi_celsius: 3890, site: 'oral' },
  dose: {
    ingredient: 'ibuprofen',
    medicine: '美林',
    antipyretic: 'yes',
    volume_microlitres: 1,
    milli_pieces: 1,
    mass_micrograms: 1,
    outcome: 'spat',
    outcome_minutes: 5,
  },
  symptom: { symptom: 'cough', present: true },
  answer: { question: 'Q1', answer: 'yes' },
  note: { note: '好' },
}
const ENTRY_KINDS = Object.keys(OWN) as Kind[]
const foreign = ENTRY_KINDS.flatMap((kind) =>
  ENTRY_KINDS.filter((other) => other !== kind).flatMap((other) =>
    Object.entries(OWN[other]!).map(([column, value]): [Kind, Row] => [kind, { [column]: value }]),
  ),
)

const BROKEN: readonly [Kind, Row][] = [
  ['temperature', { centi_celsius: null }],
  ['temperature', { site: null }],
  ['temperature', { centi_celsius: 1999 }],
  ['temperature', { centi_celsius: 5001 }],
  ['temperature', { site: 'elbow' }],
  ['temperature', { utc_offset_minutes: 900 }],
  ['temperature', { revision: 0 }],
  ['temperature', { kind: 'mood' }],
  ['dose', { product_id: null }],
  ['dose', { volume_microlitres: 0 }],
  ['dose', { volume_microlitres: -1 }],
  ['dose', { volume_microlitres: 10_000_001 }],
  ['dose', { volume_microlitres: null, milli_pieces: 0 }],
  ['dose', { volume_microlitres: null, mass_micrograms: 10_000_001 }],
  ['dose', { mass_micrograms: 100 }],
  ['dose', { milli_pieces: 100 }],
  ['dose', { volume_microlitres: null, milli_pieces: 1, mass_micrograms: 1 }],
  ['dose', { antipyretic: 'perhaps' }],
  ['dose', { outcome: 'lost' }],
  ['dose', { outcome_minutes: -1 }],
  ['dose', { outcome_minutes: 1441 }],
  ['dose', { ingredient: 'Ibuprofen' }],
  ['dose', { medicine: '' }],
  ['dose', { medicine: 'x'.repeat(81) }],
  ['symptom', { symptom: null }],
  ['symptom', { present: null }],
  ['symptom', { symptom: 'a cough' }],
  ['answer', { question: null }],
  ['answer', { answer: null }],
  ['answer', { question: 'Q15' }],
  ['answer', { answer: 'perhaps' }],
  ['note', { note: null }],
  ['note', { note: '' }],
  ['note', { note: 'x'.repeat(2001) }],
  ['child', { name: '' }],
  ['child', { name: 'x'.repeat(61) }],
  ['child', { sex: 'other' }],
  ['child', { time_zone: 'x'.repeat(61) }],
  ['child', { revision: 0 }],
  ['weight', { grams: 0 }],
  ['weight', { grams: 200_001 }],
  ['condition', { code: 'Asthma' }],
  ['condition', { note: '' }],
  ['condition', { note: 'x'.repeat(201) }],
  ['product', { name: '' }],
  ['product', { form: 'syringe' }],
  ['product', { min_age_months: -1 }],
  ['product', { min_age_months: 217 }],
  ['product', { max_doses_per_day: 0 }],
  ['product', { max_doses_per_day: 25 }],
  ['product', { ingredients: '{}' }],
  ['intent', { medicine: '[]' }],
  ['intent', { outcome: 'given' }],
  ['intent', { outcome: 'lost', answered_at: at }],
  ['intent', { entry_id: '00000000-0000-4000-8000-000000000000' }],
  ['proposal', { change: null }],
  ['proposal', { change: '[]' }],
  ['proposal', { state: 'lost' }],
  ['proposal', { state: 'refused' }],
  ['proposal', { settled_at: at }],
  ['proposal', { state: 'accepted', settled_at: at }],
  ['consent', { kind: 'cookies' }],
  ['consent', { version: 0 }],
  ['consent', { answer: 'maybe' }],
]

const REQUIRED: readonly [Kind, string][] = [
  ['note', 'child_id'],
  ['note', 'kind'],
  ['note', 'occurred_at'],
  ['note', 'utc_offset_minutes'],
  ['note', 'logged_at'],
  ['note', 'seq'],
  ['child', 'name'],
  ['weight', 'grams'],
  ['weight', 'weighed_on'],
  ['weight', 'child_id'],
  ['condition', 'code'],
  ['condition', 'present'],
  ['product', 'form'],
  ['product', 'ingredients'],
  ['intent', 'medicine'],
  ['intent', 'account_id'],
  ['proposal', 'account_id'],
  ['consent', 'answer'],
  ['consent', 'account_id'],
]

describe('the database', () => {
  it.each(Object.keys(GOOD) as Kind[])('keeps a good %s', (kind) => insert(kind))

  it.each(BROKEN)('refuses a %s with %j', async (kind, broken) => {
    await expect(insert(kind, broken)).rejects.toMatchObject({ code: CHECK })
  })

  it.each(foreign)('refuses a %s with what belongs to another kind: %j', async (kind, broken) => {
    await expect(insert(kind, broken)).rejects.toMatchObject({ code: CHECK })
  })

  it.each(REQUIRED)('refuses a %s without its %s', async (kind, column) => {
    await expect(insert(kind, { [column]: null })).rejects.toMatchObject({ code: NOT_NULL })
  })
})
