import type { EntryRow } from '../../../../miniprogram/stores/records/entry-row.ts'
import { FakeApi } from '../../../support/fake-api.ts'
import { FakeApp } from '../../../support/fake-app.ts'
import { FakeClock } from '../../../support/fake-phone.ts'

const START = Date.UTC(2026, 0, 15, 19, 10)
const SECRET = '别让人看见这一句'
const note = (text: string) => ({ kind: 'note', at: '2026-01-16T03:10:00+08:00', text }) as const

/** Both parents' phones, in step, with one note of 妈妈's that 爸爸 has seen and changed since. */
async function bothPhones() {
  const clock = new FakeClock(START)
  const api = new FakeApi()
  const mama = new FakeApp(api, clock, 'mama', 1)
  const baba = new FakeApp(api, clock, 'baba', 2)
  for (const { core } of [mama, baba]) core.wakeUp()
  await clock.pass(0)
  mama.core.entries.log(api.family.childId, note(`${SECRET}，一`))
  mama.core.entries.log(api.family.childId, note('留着的'))
  await clock.pass(6_000)
  baba.core.entries.edit(rowOf(baba), note(`${SECRET}，二`))
  await clock.pass(6_000)
  return { clock, api, mama, baba }
}

const rowOf = ({ core }: FakeApp): EntryRow =>
  core.family.get().entries.find(({ content }) => content.kind === 'note' && content.text.includes(SECRET))!

/** Everything the phone keeps, as it stands in its storage. */
const keptOn = ({ storage }: FakeApp): string => JSON.stringify(storage.keys().map((key) => [key, storage.get(key)]))

const textsOn = ({ core }: FakeApp): string[] =>
  core.family.get().entries.map(({ content }) => (content.kind === 'note' ? content.text : ''))

describe('an entry that is erased', () => {
  it('leaves nothing of what it said on any phone, nor of what was changed of it, sent or not', async () => {
    const { clock, mama, baba } = await bothPhones()
    expect(keptOn(mama)).toContain(`${SECRET}，二`)
    expect(keptOn(baba)).toContain(SECRET)
    baba.network.turn(false)
    baba.core.entries.edit(rowOf(baba), note(`${SECRET}，三，还没送到`))
    await clock.pass(6_000)

    mama.core.entries.erase(rowOf(mama))
    await clock.pass(6_000)
    expect(textsOn(mama)).toEqual(['留着的'])
    expect(keptOn(mama)).not.toContain(SECRET)

    baba.network.turn(true)
    await clock.pass(1_000)
    expect(textsOn(baba)).toEqual(['留着的'])
    expect(keptOn(baba)).not.toContain(SECRET)
    for (const app of [mama, baba]) {
      app.restart()
      expect(textsOn(app)).toEqual(['留着的'])
      expect(app.core.outbox.rows.get()).toEqual([])
    }
  })

  it('is there again when it is undone within its 5 seconds, and nobody has heard of it', async () => {
    const { clock, api, mama, baba } = await bothPhones()
    mama.core.entries.erase(rowOf(mama))
    expect(textsOn(mama)).toEqual(['留着的'])
    await clock.pass(4_000)
    mama.core.undo.undo()
    await clock.pass(6_000)
    expect(textsOn(mama)).toContain(`${SECRET}，二`)
    expect(textsOn(baba)).toContain(`${SECRET}，二`)
    expect(api.family.applied.map(({ op }) => op)).not.toContain('entry.erase')
  })

  it('leaves nothing when it was logged and erased without a network', async () => {
    const { clock, api, mama } = await bothPhones()
    mama.network.turn(false)
    mama.core.entries.log(api.family.childId, note(`没网时写的：${SECRET}`))
    mama.core.entries.erase(mama.core.family.get().entries.find(({ state }) => state === 'pending')!)
    await clock.pass(6_000)
    mama.network.turn(true)
    await clock.pass(1_000)
    expect(keptOn(mama)).not.toContain('没网时写的')
    expect(textsOn(mama)).toHaveLength(2)
  })

  it('is told again to a server that has come back from a backup with it', async () => {
    const { clock, mama } = await bothPhones()
    mama.core.entries.erase(rowOf(mama))
    await clock.pass(6_000)
    expect(mama.storage.keys().filter((key) => key.startsWith('sent/'))).not.toEqual([])
    expect(keptOn(mama)).toContain('entry.erase')
  })
})

describe('a child that is erased for good', () => {
  it('leaves nothing of itself on the phone, whatever was unsent', async () => {
    const { clock, api, mama } = await bothPhones()
    mama.network.turn(false)
    mama.core.entries.log(api.family.childId, note('也是它的'))
    api.family.eraseChild()
    mama.network.turn(true)
    await clock.pass(1_000)
    expect(mama.core.family.get()).toMatchObject({ children: [], entries: [] })
    for (const gone of [SECRET, '留着的', '也是它的', '乐乐"']) expect(keptOn(mama)).not.toContain(gone)
  })
})
