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

/** A phone of somebody who has never been here, and another one of the same person. */
const phoneOf = (openId: string): OwnPhone => new OwnPhone(app.url, () => wechat.codeOf(openId))
const somebody = (): string => `guest-${(people += 1)}`

/** Signs in and founds, whatever of it is still to be done, as a person does who looks at the phone again. */
async function found(phone: OwnPhone): Promise<void> {
  const { account } = phone.core
  if (account.state.get().who !== 'signed_in') await account.signIn()
  if (!account.state.get().knowsFamilies) await account.refreshFamilies()
  const guest = account.localRecord.get()
  if (account.state.get().families.some(({ isLocal }) => !isLocal)) return
  const child = guest?.children[0]
  if (!child) throw new Error('the guest’s record is gone')
  await account.foundFamily({ name: '乐乐家', ownName: '妈妈', consentVersion, child: { local: child.childId } })
}

describe('a guest', () => {
  it('logs a night on the phone alone, and nothing of it is sent', async () => {
    const phone = phoneOf(somebody())
    phone.core.wakeUp()
    guestNight(phone)
    await phone.sync()
    phone.restart()
    phone.core.wakeUp()
    await phone.sync()
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
    expect(phone.asked).toEqual([])
    expect(phone.core.unsent.get()).toEqual([])
  })

  it('founds a family that begins with it, on every phone of the account', async () => {
    const openId = somebody()
    const phone = phoneOf(openId)
    guestNight(phone)
    await found(phone)
    await phone.sync()
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
    expect(phone.core.outbox.rows.get()).toEqual([])
    expect(phone.core.account.localRecord.get()).toBeNull()
    const other = phoneOf(openId)
    done(await other.core.account.signIn())
    await other.sync()
    expect(shown(other)).toEqual(WHOLE_NIGHT)
  })

  it('looks at a sample without anything being written down in it', () => {
    const phone = phoneOf(somebody())
    const night = guestNight(phone)
    phone.core.account.showSample([])
    expect(phone.core.family.get().children).toEqual([])
    expect(phone.core.entries.log(night.lele, { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: '…' })).toEqual({
      ok: false,
      problem: 'sample',
    })
    phone.core.account.leaveSample()
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
  })
})

describe('founding a family with what a guest has logged', () => {
  it.each(['request', 'answer'] as const)('goes on when every first %s is lost', async (loss) => {
    const phone = phoneOf(somebody())
    guestNight(phone)
    const met = new Set<string>()
    phone.loses = (path) => {
      if (met.has(path)) return undefined
      met.add(path)
      return loss
    }
    for (let times = 0; times < 6; times++) {
      await found(phone)
      await phone.sync()
    }
    expect(shown(phone)).toEqual(WHOLE_NIGHT)
    expect(phone.core.outbox.rows.get()).toEqual([])
    expect(phone.core.account.state.get().families).toHaveLength(1)
  })

  it('neither loses nor doubles anything whichever write the phone dies at', async () => {
    for (let cut = 0; ; cut++) {
      const openId = somebody()
      const phone = phoneOf(openId)
      guestNight(phone)
      phone.storage.diesAt = phone.storage.writes + cut
      await found(phone).catch(() => undefined)
      await phone.sync()
      const isOver = !phone.storage.isDead
      phone.restart()
      await phone.sync()
      await found(phone)
      await phone.sync()
      const other = phoneOf(openId)
      done(await other.core.account.signIn())
      await other.sync()
      expect({ cut, ...shown(other) }).toEqual({ cut, ...WHOLE_NIGHT })
      expect({ cut, ...shown(phone) }).toEqual({ cut, ...WHOLE_NIGHT })
      expect(other.core.account.state.get().families).toHaveLength(1)
      if (isOver) break
    }
  })

  it('keeps what is changed of the child while the answer is lost', async () => {
    const openId = somebody()
    const phone = phoneOf(openId)
    guestNight(phone)
    phone.loses = (path) => (path === '/families' ? 'answer' : undefined)
    await found(phone)
    const child = phone.core.family.get().children.find(({ name }) => name === '乐乐')!
    const { birthDate, sex, timeZone } = child
    done(phone.core.facts.edit(child, { kind: 'child', name: '乐乐宝', birthDate, sex, timeZone }))
    phone.core.undo.finish()
    phone.loses = () => undefined
    await found(phone)
    await phone.sync()
    const other = phoneOf(openId)
    done(await other.core.account.signIn())
    await other.sync()
    expect(shown(other).children).toContain('乐乐宝')
    expect(other.core.family.get().children.every(({ conflicts }) => conflicts.length === 0)).toBe(true)
  })
})
