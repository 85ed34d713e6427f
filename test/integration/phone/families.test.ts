import { currentConsent } from '../../../shared/consent/versions.ts'
import { WHOLE_NIGHT, done, guestNight, shown } from '../../support/guest-night.ts'
import { OwnPhone } from '../../support/own-phone.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { WechatStandIn } from '../../support/wechat-stand-in.ts'

const consentVersion = currentConsent('guardian')

let database: TestDatabase
let app: TestApp
const wechat = new WechatStandIn()
let people = 0

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { env: await wechat.start() })
})
afterAll(async () => {
  await app.close()
  await wechat.stop()
  await database.drop()
})

const somebody = (): string => `member-${(people += 1)}`
const phoneOf = (openId: string): OwnPhone => new OwnPhone(app.url, () => wechat.codeOf(openId))
const FRESH = { name: '乐乐', birthDate: '2022-11-03', sex: 'male', timeZone: 'Asia/Shanghai' } as const
const temperature = (celsius: number) =>
  ({ kind: 'temperature', at: '2026-01-16T04:10:00+08:00', celsius, site: 'axillary' }) as const

/** A phone that has founded a family of its own. */
async function owner(name = '乐乐家', openId = somebody()): Promise<OwnPhone> {
  const phone = phoneOf(openId)
  done(await phone.core.account.signIn())
  done(await phone.core.account.foundFamily({ name, ownName: '妈妈', consentVersion, child: { fresh: FRESH } }))
  await phone.sync()
  return phone
}

const invite = async (from: OwnPhone, role: 'caregiver' | 'viewer' = 'caregiver') =>
  done(await from.core.families.invite(role)).code

async function join(phone: OwnPhone, from: OwnPhone, role: 'caregiver' | 'viewer' = 'caregiver'): Promise<string> {
  const { account } = phone.core
  if (account.state.get().who !== 'signed_in') done(await account.signIn())
  const { familyId } = done(await account.acceptInvite(await invite(from, role), { ownName: '爸爸', consentVersion }))
  await phone.sync()
  return familyId
}

const accountOf = ({ core }: OwnPhone): string => core.account.state.get().accountId!

describe('a guest who joins a family', () => {
  it('keeps everything on the phone while nothing was chosen', async () => {
    const phone = phoneOf(somebody())
    guestNight(phone)
    const localId = phone.core.account.localRecord.get()!.familyId
    await join(phone, await owner())
    expect(phone.core.account.localRecord.get()!.children).toHaveLength(2)
    phone.core.account.openFamily(localId)
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
    phone.restart()
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
  })

  it('brings one child as the family’s own and another as a new one', async () => {
    const mama = await owner()
    const phone = phoneOf(somebody())
    const { lele, tiantian } = guestNight(phone)
    const familyId = await join(phone, mama)
    const theirs = phone.core.family.get().children[0]!.id
    done(phone.core.account.carry(familyId, { [lele]: { as: 'same', childId: theirs }, [tiantian]: { as: 'new' } }))
    await phone.sync()
    await mama.sync()
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
    expect(shown(mama)).toEqual(WHOLE_NIGHT)
    expect(phone.core.account.localRecord.get()).toBeNull()
    expect(phone.core.outbox.rows.get()).toEqual([])
    expect(mama.core.family.get().duty).toBeNull()
  })

  it('brings one child, leaves the other, and each keeps its medicine', async () => {
    const mama = await owner()
    const phone = phoneOf(somebody())
    const { tiantian, lele, meilin } = guestNight(phone)
    done(phone.core.entries.log(tiantian, { kind: 'dose', at: '2026-01-16T03:15:00+08:00', productId: meilin, ml: 3 }))
    const familyId = await join(phone, mama)
    done(phone.core.account.carry(familyId, { [tiantian]: { as: 'new' } }))
    await phone.sync()
    await mama.sync()
    expect(shown(mama).entries).toEqual(['甜甜 37.4 saved', '甜甜 美林 布洛芬混悬液 3 saved'])
    const { localRecord } = phone.core.account
    expect(localRecord.get()!.children.map(({ childId }) => childId)).toEqual([lele])
    // The rest later: the medicine is in the family's cabinet by then, and is not put there twice.
    const theirs = mama.core.family.get().children.find(({ name }) => name === '乐乐')!.id
    done(phone.core.account.carry(familyId, { [lele]: { as: 'same', childId: theirs } }))
    await phone.sync()
    await mama.sync()
    expect(shown(mama)).toEqual({
      ...WHOLE_NIGHT,
      entries: [...WHOLE_NIGHT.entries, '甜甜 美林 布洛芬混悬液 3 saved'].sort(),
    })
    expect(localRecord.get()).toBeNull()
  })

  it('does not answer anew what the family was asked, but tells of what only the guest knows', async () => {
    const mama = await owner()
    const childId = mama.core.family.get().children[0]!.id
    const state = (code: string, present: boolean) =>
      done(mama.core.facts.add({ kind: 'condition', childId, code, present }))
    state('ibuprofen_allergy', true)
    state('asthma', false)
    await mama.sync()
    const phone = phoneOf(somebody())
    const { lele } = guestNight(phone)
    done(phone.core.facts.add({ kind: 'condition', childId: lele, code: 'asthma', present: true }))
    const familyId = await join(phone, mama)
    done(phone.core.account.carry(familyId, { [lele]: { as: 'same', childId } }))
    await phone.sync()
    await mama.sync()
    expect(shown(mama).conditions).toEqual(['乐乐 asthma false', '乐乐 ibuprofen_allergy true'])
    const conflicts = mama.core.family.get().conditions.map((one) => one.conflicts.map(({ content }) => content))
    expect(conflicts.flat()).toMatchObject([{ code: 'asthma', present: true }])
    expect(phone.core.outbox.rows.get().filter(({ failure }) => failure !== null)).toEqual([])
  })

  it('is told that a viewer brings nothing', async () => {
    const phone = phoneOf(somebody())
    const { lele } = guestNight(phone)
    const familyId = await join(phone, await owner(), 'viewer')
    expect(phone.core.account.carry(familyId, { [lele]: { as: 'new' } })).toEqual({ ok: false, problem: 'viewer' })
    expect(phone.core.account.localRecord.get()!.children).toHaveLength(2)
  })

  it('brings everything once whichever write the phone dies at', async () => {
    for (let cut = 0; ; cut++) {
      const mama = await owner()
      const phone = phoneOf(somebody())
      const { lele, tiantian } = guestNight(phone)
      const familyId = await join(phone, mama)
      const choices = {
        [lele]: { as: 'same', childId: phone.core.family.get().children[0]!.id },
        [tiantian]: { as: 'new' },
      } as const
      phone.storage.diesAt = phone.storage.writes + cut
      phone.core.account.carry(familyId, choices)
      await phone.sync()
      const isOver = !phone.storage.isDead
      phone.restart()
      if (phone.core.account.localRecord.get() !== null) done(phone.core.account.carry(familyId, choices))
      await phone.sync()
      await mama.sync()
      expect({ cut, ...shown(mama) }).toEqual({ cut, ...WHOLE_NIGHT })
      expect(phone.core.outbox.rows.get()).toEqual([])
      if (isOver) break
    }
  })
})

describe('several families on one phone', () => {
  it('are shown at once from storage, and each is sent its own', async () => {
    const openId = somebody()
    const phone = await owner('乐乐家', openId)
    const [first] = phone.core.account.state.get().families
    const second = await join(phone, await owner('姥姥家'))
    phone.network.turn(false)
    const childId = phone.core.family.get().children[0]!.id
    done(phone.core.entries.log(childId, temperature(38.2)))
    phone.core.account.openFamily(first!.familyId)
    expect(phone.core.family.get().name).toBe('乐乐家')
    expect(shown(phone).entries).toEqual([])
    done(phone.core.entries.log(phone.core.family.get().children[0]!.id, temperature(39.3)))
    phone.restart()
    expect(phone.core.family.get().name).toBe('乐乐家')
    phone.network.turn(true)
    await phone.sync()
    expect(phone.core.outbox.rows.get()).toEqual([])
    expect(shown(phone).entries).toEqual(['乐乐 39.3 saved'])
    phone.core.account.openFamily(second)
    await phone.sync()
    expect(shown(phone).entries).toEqual(['乐乐 38.2 saved'])
  })

  it('are closed when the person is in them no more, and the next one opens', async () => {
    const mama = await owner('姥姥家')
    const phone = await owner('乐乐家')
    const familyId = await join(phone, mama)
    done(await mama.core.families.remove(accountOf(phone)))
    await phone.sync()
    const { families, open, lost } = phone.core.account.state.get()
    expect(families.map(({ name }) => name)).toEqual(['乐乐家'])
    expect(open!.name).toBe('乐乐家')
    expect(lost).toMatchObject([{ familyId, name: '姥姥家' }])
    expect(phone.storage.keys().filter((key) => key.startsWith(`family/${familyId}`))).toEqual([])
    phone.core.account.dismissLost()
    expect(phone.core.account.state.get().lost).toEqual([])
  })
})

describe('a member who was removed with unsent changes', () => {
  it('keeps them, can read them, and hands them to the owner, who takes them in', async () => {
    const mama = await owner()
    const phone = phoneOf(somebody())
    const familyId = await join(phone, mama)
    const childId = phone.core.family.get().children[0]!.id
    phone.network.turn(false)
    done(phone.core.entries.log(childId, temperature(39.4)))
    done(await mama.core.families.remove(accountOf(phone)))
    phone.network.turn(true)
    await phone.sync()
    phone.restart()
    const left = () => phone.core.leftBehind.state.get()
    expect(left()).toMatchObject([{ familyId, name: '乐乐家', waiting: 1, offered: 0 }])
    expect(left()[0]!.family.children.map(({ name }) => name)).toEqual(['乐乐'])
    expect(left()[0]!.family.entries).toMatchObject([{ content: { celsius: 39.4 } }])
    expect(phone.core.account.state.get().open!.isLocal).toBe(true)
    expect(done(await phone.core.leftBehind.offer(familyId))).toEqual({ offered: 1 })
    phone.restart()
    expect(left()).toMatchObject([{ familyId, waiting: 0, offered: 1 }])
    expect(done(await phone.core.leftBehind.offer(familyId))).toEqual({ offered: 0 })
    await mama.sync()
    expect(phone.core.outbox.rows.get()).toHaveLength(1)
    phone.core.leftBehind.discard(familyId)
    expect(left()).toEqual([])
  })

  it('sends them after all when invited again', async () => {
    const mama = await owner()
    const phone = phoneOf(somebody())
    await join(phone, mama)
    const childId = phone.core.family.get().children[0]!.id
    phone.network.turn(false)
    done(phone.core.entries.log(childId, temperature(39.4)))
    done(await mama.core.families.remove(accountOf(phone)))
    phone.network.turn(true)
    await phone.sync()
    await join(phone, mama)
    await mama.sync()
    expect(shown(mama).entries).toEqual(['乐乐 39.4 saved'])
    expect(phone.core.leftBehind.state.get()).toEqual([])
  })
})
