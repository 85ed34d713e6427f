import type { FactContent } from '../../../../shared/contract/schemas/fact.schema.ts'
import { childRecordOf } from '../../../../miniprogram/stores/records/child-record.ts'
import { openDuplicates } from '../../../../miniprogram/stores/records/duplicates.ts'
import { guardIntents } from '../../../../miniprogram/stores/records/intents.ts'
import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)
const at = '2026-01-16T03:10:00+08:00'
const drops: FactContent = {
  kind: 'product',
  name: '泰诺林滴剂',
  form: 'drops',
  minAgeMonths: 3,
  maxDosesPerDay: 4,
  ingredients: [{ code: 'paracetamol', mgPerMl: 100, mgPerUnit: null }],
}

let api: FakeApi
let clock: FakeClock

async function start(person: 'mama' | 'baba' = 'mama', number = 1): Promise<FakeApp> {
  const app = new FakeApp(api, clock, person, number)
  app.core.wakeUp()
  await clock.pass(0)
  return app
}
beforeEach(() => {
  api = new FakeApi()
  clock = new FakeClock(START)
})

const family = ({ core }: FakeApp) => core.family.get()
const productIds = (app: FakeApp) => family(app).products.map(({ id }) => id)

describe('a medicine added without a network', () => {
  it('is in the cabinet at once, can be given at once, and both arrive in that order', async () => {
    const app = await start()
    app.network.turn(false)
    const added = app.core.facts.add(drops)
    if (!added.ok) throw new Error(added.problem)
    const { factId } = added.value
    expect(productIds(app)).toContain(factId)
    expect(family(app).factStates.get(factId)).toMatchObject({ state: 'pending', failure: null })
    app.core.entries.log(api.family.childId, { kind: 'dose', at, productId: factId, ml: 1.2 })
    app.restart()
    expect(productIds(app)).toContain(factId)

    app.network.turn(true)
    app.core.wakeUp()
    await clock.pass(100)
    expect(api.family.applied.map(({ op }) => op)).toEqual(['fact.create', 'entry.create'])
    expect(family(app).factStates.size).toBe(0)
    expect(app.core.outbox.rows.get()).toEqual([])
  })

  it('that the server refuses holds back what was given of it, until it is tried again', async () => {
    const app = await start()
    app.network.turn(false)
    const added = app.core.facts.add(drops)
    if (!added.ok) throw new Error(added.problem)
    const { factId } = added.value
    app.core.entries.log(api.family.childId, { kind: 'dose', at, productId: factId, ml: 1.2 })
    const [row] = app.core.outbox.rows.get()
    app.core.outbox.fail(row!.change.changeId, { kind: 'rejected', rejection: 'fact_id_taken' })
    app.network.turn(true)
    await clock.pass(100)
    expect(api.family.applied).toEqual([])
    expect(family(app).factStates.get(factId)).toMatchObject({ state: 'failed', failure: { op: 'fact.create' } })

    app.core.facts.retry(factId)
    await clock.pass(100)
    expect(api.family.applied.map(({ op }) => op)).toEqual(['fact.create', 'entry.create'])
  })
})

describe('an edit of the cabinet', () => {
  it('shows at once and can be undone for five seconds without anybody having seen it', async () => {
    const app = await start()
    const [seen] = family(app).products
    app.core.facts.edit(seen!, { ...drops, name: '改了' })
    expect(family(app).products.find(({ id }) => id === seen!.id)?.name).toBe('改了')
    app.core.undo.undo()
    await clock.pass(6_000)
    expect(family(app).products.find(({ id }) => id === seen!.id)?.name).toBe(seen!.name)
    expect(api.family.applied).toEqual([])
  })

  it('that another phone has overtaken is a conflict on both', async () => {
    const [mama, baba] = [await start('mama', 1), await start('baba', 2)]
    const seen = family(baba).products.find(({ id }) => id === api.family.productIds.meilin)!
    baba.network.turn(false)
    baba.core.facts.edit(seen, { ...drops, name: '爸爸改' })
    mama.core.facts.edit(seen, { ...drops, name: '妈妈改' })
    await clock.pass(6_000)
    baba.network.turn(true)
    await clock.pass(6_000)
    await mama.core.sync.now()
    for (const app of [mama, baba]) {
      const shown = family(app).products.find(({ id }) => id === seen.id)!
      expect(shown).toMatchObject({ name: '妈妈改', conflicts: [{ content: { name: '爸爸改' } }] })
    }
    mama.core.facts.settle(
      family(mama).products.find(({ id }) => id === seen.id)!,
      3,
    )
    expect(family(mama).products.find(({ id }) => id === seen.id)?.name).toBe('爸爸改')
  })

  it('keeps what was thrown out for the doses that name it', async () => {
    const app = await start()
    const { childId, productIds: known } = api.family
    app.core.entries.log(childId, { kind: 'dose', at, productId: known.meilin, ml: 5 })
    app.core.facts.remove(family(app).products.find(({ id }) => id === known.meilin)!)
    await clock.pass(6_000)
    expect(productIds(app)).not.toContain(known.meilin)
    const record = childRecordOf(family(app), family(app).children[0]!)
    expect(record.products.map(({ id }) => id)).toContain(known.meilin)
  })
})

describe('a child', () => {
  it('is the owner’s alone to delete', async () => {
    const baba = await start('baba')
    expect(baba.core.facts.remove(family(baba).children[0]!)).toEqual({ ok: false, problem: 'not_owner' })
    const mama = await start('mama', 2)
    expect(mama.core.facts.remove(family(mama).children[0]!).ok).toBe(true)
  })
})

describe('“I am giving it now”', () => {
  const medicine = () => ({ productId: api.family.productIds.meilin, ml: 5 })
  const open = (app: FakeApp, account: 'mama' | 'baba') =>
    guardIntents(family(app).intents, api.family.childId, api.family.accounts[account])

  it('stands in the way of the other phone, not of the one that said it', async () => {
    const [mama, baba] = [await start('mama', 1), await start('baba', 2)]
    mama.core.intents.announce(api.family.childId, medicine())
    await clock.pass(100)
    await baba.core.sync.now()
    expect(open(mama, 'mama')).toMatchObject([{ own: true, by: '妈妈' }])
    expect(open(baba, 'baba')).toMatchObject([{ own: false, by: '妈妈' }])
  })

  it('is answered by the dose that its own account logs of that medicine, and by no other', async () => {
    const app = await start()
    const { childId, productIds: known } = api.family
    const now = '2026-01-16T03:10:30+08:00'
    app.core.intents.announce(childId, medicine())
    app.core.entries.log(childId, { kind: 'dose', at: now, productId: known.tylenol, ml: 5 })
    app.core.entries.log(childId, { kind: 'dose', at: '2026-01-15T22:00:00+08:00', productId: known.meilin, ml: 5 })
    expect(open(app, 'mama')).toHaveLength(1)
    app.core.entries.log(childId, { kind: 'dose', at: now, productId: known.meilin, ml: 4 })
    expect(open(app, 'mama')).toEqual([])
  })

  it('denied, it stands in nobody’s way', async () => {
    const app = await start()
    app.core.intents.announce(api.family.childId, medicine())
    app.core.intents.deny(family(app).intents[0]!)
    expect(open(app, 'mama')).toEqual([])
  })
})

describe('two doses that look alike', () => {
  it('are asked about until somebody has answered; one event leaves one of them', async () => {
    const app = await start()
    const { childId, productIds: known } = api.family
    for (const ml of [5, 5]) app.core.entries.log(childId, { kind: 'dose', at, productId: known.meilin, ml })
    await clock.pass(100)
    const ask = () => openDuplicates(childRecordOf(family(app), family(app).children[0]!), family(app).duplicateAnswers)
    expect(ask()).toHaveLength(1)
    const [kept, extra] = family(app).entries
    app.core.entries.answerDuplicate(kept!, extra!, 'both')
    expect(ask()).toEqual([])
    app.core.entries.answerDuplicate(kept!, extra!, 'same')
    await clock.pass(100)
    expect(family(app).entries.map(({ id }) => id)).toEqual([kept!.id])
  })
})
