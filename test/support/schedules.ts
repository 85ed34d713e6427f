import * as fc from 'fast-check'
import type { FactContent } from '../../shared/contract/schemas/fact.schema.ts'
import type { TestFamily } from './factories.ts'
import type { Mishap, RealPhone } from './real-phone.ts'

/** What one person does on one phone, or what happens to it. */
export type Step = { readonly phone: number } & (
  | { do: 'log'; celsius: number }
  | { do: 'dose'; ml: number; naming: boolean }
  | { do: 'edit' | 'remove' | 'settle' | 'duplicate'; which: number; celsius: number }
  | { do: 'announce' | 'deny' | 'duty' | 'sync' | 'restart' | 'straggle'; which: number }
  | { do: 'product' | 'weight' | 'allergy' | 'change product' | 'drop weight'; which: number }
  | { do: 'network'; on: boolean }
  | { do: 'mishaps'; mishaps: Mishap[] }
)

const which = fc.nat(9)
const celsius = fc.integer({ min: 360, max: 415 }).map((tenths) => tenths / 10)
const of = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds)
const phone = fc.nat(4)
export const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ phone, do: of('log'), celsius }) },
    { weight: 2, arbitrary: fc.record({ phone, do: of('dose'), ml: fc.integer({ min: 1, max: 9 }), naming: fc.boolean() }) },
    { weight: 5, arbitrary: fc.record({ phone, do: of('edit', 'remove', 'settle', 'duplicate', 'edit', 'settle'), which, celsius }) },
    { weight: 2, arbitrary: fc.record({ phone, do: of('announce', 'deny', 'duty'), which }) },
    { weight: 3, arbitrary: fc.record({ phone, do: of('product', 'weight', 'allergy', 'change product', 'drop weight'), which }) },
    { weight: 6, arbitrary: fc.record({ phone, do: of('sync', 'sync', 'sync', 'restart', 'straggle'), which }) },
    { weight: 2, arbitrary: fc.record({ phone, do: of('network'), on: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        phone,
        do: of('mishaps'),
        mishaps: fc.array(of<Mishap>('lost_request', 'lost_answer', 'sent_twice', 'late'), { minLength: 1, maxLength: 3 }),
      }),
    },
  ),
  { minLength: 30, maxLength: 70, size: 'max' },
) as fc.Arbitrary<Step[]> // prettier-ignore

/** Something to quarrel about. */
const PRELUDE: readonly Step[] = [
  { phone: 0, do: 'log', celsius: 38.1 },
  { phone: 0, do: 'log', celsius: 38.6 },
  { phone: 0, do: 'dose', ml: 5, naming: false },
  { phone: 0, do: 'announce', which: 0 },
  { phone: 0, do: 'product', which: 0 },
  { phone: 0, do: 'allergy', which: 0 },
]

const at = '2026-01-15T22:10:00+08:00'
const product = (name: string): FactContent => ({ kind: 'product', name, form: 'liquid', minAgeMonths: null, maxDosesPerDay: 4, ingredients: [{ code: 'ibuprofen', mgPerMl: 20, mgPerUnit: null }] }) // prettier-ignore
const pick = <One>(all: readonly One[], index: number): One | undefined => all[index % Math.max(1, all.length)]

/** What the steps name of the family. */
export type FamilyIds = Pick<TestFamily, 'childId' | 'productId'> & {
  readonly accounts: Readonly<Record<'owner' | 'caregiver', string>>
}

/** One step of a person, on what their phone shows them. */
async function live(at_: RealPhone, step: Step, { childId, productId, accounts }: FamilyIds): Promise<void> {
  const { core } = at_
  const family = core.family.get()
  if (family.id === null && !['sync', 'network', 'mishaps', 'restart', 'straggle'].includes(step.do)) return
  core.undo.finish()
  switch (step.do) {
    case 'log':
      core.entries.log(childId, { kind: 'temperature', at, celsius: step.celsius, site: 'axillary' })
      return
    case 'dose': {
      const intent = step.naming ? family.intents.find(({ outcome }) => outcome === null) : undefined
      core.entries.log(childId, { kind: 'dose', at, productId, ml: step.ml }, intent?.id)
      return
    }
    case 'edit': {
      const row = pick(family.entries, step.which)
      if (row?.content.kind === 'temperature') core.entries.edit(row, { ...row.content, celsius: step.celsius })
      else if (row?.content.kind === 'dose') core.entries.edit(row, { ...row.content, ml: Math.round(step.celsius) })
      return
    }
    case 'remove': {
      const row = pick(family.entries, step.which)
      if (row) core.entries.remove(row)
      return
    }
    case 'settle': {
      const row = pick(family.entries.filter(({ conflicts }) => conflicts > 0), step.which) // prettier-ignore
      if (row) core.entries.settle(row, step.which % 2 === 0 ? row.conflicting[0]!.revision : row.content)
      return
    }
    case 'duplicate': {
      const [one, other] = [pick(family.entries, step.which), pick(family.entries, step.which + 1)]
      if (one && other && one !== other) core.entries.answerDuplicate(one, other, step.which % 2 ? 'both' : 'same')
      return
    }
    case 'announce':
      core.intents.announce(childId, { productId, ml: 5 })
      return
    case 'deny': {
      const intent = family.intents.find(({ outcome }) => outcome === null)
      if (intent) core.intents.deny(intent)
      return
    }
    case 'duty':
      core.facts.takeDuty(step.which % 2 ? accounts.owner : accounts.caregiver)
      return
    case 'product':
      core.facts.add(product(`药 ${step.which}`))
      return
    case 'weight':
      core.facts.add({ kind: 'weight', childId, on: '2026-01-14', weightKg: 14 + step.which, confirmed: false })
      return
    case 'allergy': {
      const content = { kind: 'condition', childId, code: 'asthma', present: step.which % 2 === 0 } as const
      const known = family.conditions.find(({ code }) => code === 'asthma')
      if (known) core.facts.edit(known, content)
      else core.facts.add(content)
      return
    }
    case 'change product': {
      const seen = pick(family.products, step.which)
      if (seen) core.facts.edit(seen, product(`改 ${step.which}`))
      return
    }
    case 'drop weight': {
      const seen = pick(family.weights, step.which)
      if (seen) core.facts.remove(seen)
      return
    }
    case 'sync':
      return at_.sync()
    case 'restart':
      at_.restart()
      return
    case 'straggle':
      return at_.deliverLate()
    case 'network':
      at_.network.turn(step.on)
      return
    case 'mishaps':
      at_.mishaps = [...step.mishaps]
      return
  }
}

/** Everything a phone knows that the family shares, in an order of its own. */
export function knowledgeOf({ core }: RealPhone): unknown {
  const { entries, children, weights, conditions, products, formerProducts, duty, intents, duplicateAnswers } =
    core.family.get()
  const byId = (all: readonly { readonly id: string }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    entries: byId(entries),
    facts: byId([...children, ...weights, ...conditions, ...products, ...formerProducts]),
    intents: byId(intents),
    answers: [...duplicateAnswers].sort(),
    duty,
  }
}

/** Refusals that nothing is lost by: what was denied has become a dose, what was to be settled is gone. */
const HARMLESS = ['intent_settled']

async function drain(phones: readonly RealPhone[]): Promise<void> {
  for (const one of phones) {
    one.mishaps = []
    one.network.turn(true)
    await one.deliverLate()
  }
  for (let round = 0; round < 3; round++) for (const one of phones) await one.sync()
  for (const one of phones)
    for (const { change, failure } of one.core.outbox.rows.get()) {
      expect(failure).toMatchObject({
        kind: 'rejected',
        rejection: expect.stringMatching(HARMLESS.join('|')) as string,
      })
      one.made.delete(change.changeId)
      one.core.outbox.remove(change.changeId)
    }
}

/** Everybody begins with the same, lives through the schedule, and comes together in the end. */
export async function play(phones: readonly RealPhone[], schedule: readonly Step[], family: FamilyIds): Promise<void> {
  for (const one of phones) await one.sync()
  for (const step of PRELUDE) await live(phones[0]!, step, family)
  for (const one of phones) await one.sync()
  for (const step of schedule) await live(phones[step.phone % phones.length]!, step, family)
  await drain(phones)
}
