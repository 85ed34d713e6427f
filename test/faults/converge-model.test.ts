import * as fc from 'fast-check'
import type { HttpAnswer, HttpRequest } from '../../miniprogram/platform/ports.ts'
import { FakeApi } from '../support/fake-api.ts'
import { FakeFamily } from '../support/fake-family.ts'
import { RealPhone } from '../support/real-phone.ts'
import { Replay } from '../support/replay.ts'
import { PATIENCE_MS, rounds } from '../support/rounds.ts'
import { knowledgeOf, play, steps } from '../support/schedules.ts'
import { tell } from '../support/tally.ts'

const SCHEDULES = rounds(120, 1_000)

/** A phone with its real outbox, whose requests end in a model of the server that is made of plain maps. */
function phoneOf(api: FakeApi, person: 'mama' | 'baba' | 'grandma', number: number): RealPhone {
  const deliver = (url: string, { method, headers, body }: RequestInit): Promise<HttpAnswer> =>
    api.send({ method, url, headers, body: body === undefined ? undefined : JSON.parse(body as string) } as HttpRequest)
  return new RealPhone('http://api.test', `${person}-1`, api.family.accounts[person], number, deliver)
}

/** Every change that any phone made was stored once; and each entry is what the plain rule makes of them. */
function storedOnce(family: FakeFamily, phones: readonly RealPhone[]): void {
  const made = new Set(phones.flatMap((one) => [...one.made.keys()]))
  expect(family.applied.map(({ changeId }) => changeId).sort()).toEqual([...made].sort())
  const replay = new Replay()
  for (const change of family.applied) if ('entryId' in change && change.op !== 'entry.erase') replay.apply(change)
  const shown = new Map(phones[0]!.core.family.get().entries.map((row) => [row.id, row]))
  for (const [entryId, { content, revision, said, settled }] of replay.entries) {
    // Current, superseded or in conflict: no revision is anything else, and none is missing.
    const conflicts = replay.conflictsOf(entryId)
    const ofEntry = family.applied.filter((change) => 'entryId' in change && change.entryId === entryId)
    expect(said.size).toBe(ofEntry.length)
    for (const [one, { isStale }] of said)
      expect(one === revision || settled.has(one) || (isStale ? conflicts.includes(one) : one < revision)).toBe(true)
    if (content === null) expect(shown.has(entryId)).toBe(false)
    else {
      expect(shown.get(entryId)).toMatchObject({ content, revision, state: 'saved' })
      expect(shown.get(entryId)!.conflicting.map((one) => one.revision)).toEqual(conflicts)
    }
  }
}

describe('whatever several phones do with a server that is a model', () => {
  it(
    'once their outboxes are empty they show what it has, and every change stands, stood, or is in conflict',
    async () => {
      let changes = 0
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 2, max: 5 }), steps, async (count, schedule) => {
          const api = new FakeApi(new FakeFamily())
          const { childId, productIds, accounts } = api.family
          const phones = Array.from({ length: count }, (_, index) =>
            phoneOf(api, index % 2 === 0 ? 'mama' : 'baba', index + 1),
          )
          const ids = { childId, productId: productIds.meilin, accounts: { owner: accounts.mama, caregiver: accounts.baba } }
          await play(phones, schedule, ids)
          const fresh = phoneOf(api, 'grandma', 9)
          await fresh.sync()
          for (const one of phones) expect(knowledgeOf(one)).toEqual(knowledgeOf(fresh))
          storedOnce(api.family, phones)
          changes += api.family.applied.length
        }),
        { numRuns: SCHEDULES },
      )
      tell(`${SCHEDULES} schedules on the model, ${changes} changes stored`)
    },
    PATIENCE_MS,
  )
}) // prettier-ignore
