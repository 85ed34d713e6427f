import { currentConsent } from '../../../shared/consent/versions.ts'
import { done, guestNight, shown } from '../../support/guest-night.ts'
import { OwnPhone, type Loss } from '../../support/own-phone.ts'
import { HOUR } from '../../../shared/time/instant.ts'
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
  const env = { ...(await wechat.start()), LOCAL_LOGIN: 'true', APP_URL: 'https://shouwen.example' }
  app = await startTestApp(database, { env })
})
afterAll(async () => {
  await app.close()
  await wechat.stop()
  await database.drop()
})

const somebody = (): string => `visitor-${(people += 1)}`
const FRESH = { name: '乐乐', birthDate: '2022-11-03', sex: 'male', timeZone: 'Asia/Shanghai' } as const
const note = { kind: 'note', at: '2026-01-16T03:10:00+08:00', text: '换我守' } as const

async function owner(openId: () => string): Promise<OwnPhone> {
  const phone = new OwnPhone(app.url, () => wechat.codeOf(openId()))
  done(await phone.core.account.signIn())
  done(
    await phone.core.account.foundFamily({ name: '乐乐家', ownName: '妈妈', consentVersion, child: { fresh: FRESH } }),
  )
  await phone.sync()
  return phone
}

/** The next request on this path loses so much. */
function loseOnce(phone: OwnPhone, path: string, loss: Loss): void {
  let isLost = false
  phone.loses = (asked) => {
    if (isLost || asked !== path) return undefined
    isLost = true
    return loss
  }
}

describe('a sign-in', () => {
  it('is renewed by one request however many need it, and goes on after the app was closed', async () => {
    const phone = await owner(somebody)
    await phone.clock.pass(HOUR)
    phone.asked.length = 0
    const ask = () => phone.core.families.members()
    await Promise.all([ask(), ask(), phone.sync()])
    expect(phone.asked.filter((path) => path === '/auth/refresh')).toHaveLength(1)
    phone.restart()
    await phone.clock.pass(HOUR)
    done(await ask())
  })

  it.each(['request', 'answer'] as const)(
    'survives a renewal whose %s was lost, also when the app is closed then',
    async (loss) => {
      const phone = await owner(somebody)
      await phone.clock.pass(HOUR)
      loseOnce(phone, '/auth/refresh', loss)
      expect((await phone.core.families.members()).ok).toBe(false)
      phone.restart()
      await phone.sync()
      done(await phone.core.families.members())
      expect(phone.core.account.state.get().who).toBe('signed_in')
    },
  )

  it('that has ended keeps the record to be read and written, and sends it once the same person is back', async () => {
    const openId = somebody()
    const phone = await owner(() => openId)
    const other = new OwnPhone(app.url, () => wechat.codeOf(openId))
    done(await other.core.account.signIn())
    done(await other.core.account.signOut({ everywhere: true }))
    await phone.sync()
    expect(phone.core.account.state.get().who).toBe('expired')
    expect(phone.core.sync.connection.get().problem).toBe('unauthenticated')
    phone.restart()
    const childId = phone.core.family.get().children[0]!.id
    done(phone.core.entries.log(childId, note))
    await phone.sync()
    expect(phone.core.unsent.get()).toHaveLength(1)
    done(await phone.core.account.signIn())
    await phone.sync()
    expect(phone.core.account.state.get().who).toBe('signed_in')
    expect(shown(phone).entries).toEqual(['乐乐 note saved'])
    expect(phone.core.unsent.get()).toEqual([])
  })

  it('of somebody else shows and sends nothing of the first one’s', async () => {
    let openId = somebody()
    const phone = await owner(() => openId)
    phone.network.turn(false)
    done(phone.core.entries.log(phone.core.family.get().children[0]!.id, note))
    phone.network.turn(true)
    phone.loses = (path) => (path.endsWith('/sync') ? 'request' : undefined)
    done(await phone.core.account.signOut({ everywhere: false }))
    phone.loses = () => undefined
    const first = openId
    openId = somebody()
    done(await phone.core.account.signIn())
    await phone.sync()
    expect(phone.core.family.get()).toMatchObject({ children: [], entries: [] })
    expect(phone.core.leftBehind.state.get()).toEqual([])
    done(await phone.core.account.signOut({ everywhere: false }))
    openId = first
    done(await phone.core.account.signIn())
    await phone.sync()
    expect(shown(phone).entries).toEqual(['乐乐 note saved'])
  })

  it('ends on this phone without a network, but everywhere only with an answer', async () => {
    const phone = await owner(somebody)
    phone.network.turn(false)
    expect(await phone.core.account.signOut({ everywhere: true })).toMatchObject({ ok: false })
    expect(phone.core.account.state.get().who).toBe('signed_in')
    done(await phone.core.account.signOut({ everywhere: false }))
    expect(phone.core.account.state.get()).toMatchObject({ who: 'guest', open: { isLocal: true } })
    expect(phone.storage.keys().filter((key) => key.startsWith('family/'))).toEqual([])
  })
})

describe('without WeChat', () => {
  const phone = (): OwnPhone => new OwnPhone(app.url, () => null)
  const secret = async (): Promise<string> => new URL((await app.app.ownerLink())!).hash.replace('#owner=', '')

  it.each(['request', 'answer'] as const)(
    'the owner comes in by the link though its first %s is lost',
    async (loss) => {
      const mine = phone()
      const link = await secret()
      loseOnce(mine, '/auth/local', loss)
      expect((await mine.core.account.signInByLink(link)).ok).toBe(false)
      mine.restart()
      done(await mine.core.account.signInByLink(link))
      expect(mine.core.account.state.get().who).toBe('signed_in')
      expect(await phone().core.account.signInByLink(link)).toMatchObject({ problem: { code: 'login_link_invalid' } })
    },
  )

  it('a code makes an account, once, though its first answer is lost', async () => {
    const mine = phone()
    guestNight(mine)
    done(await mine.core.account.signInByLink(await secret()))
    const child = mine.core.account.localRecord.get()!.children[0]!
    done(
      await mine.core.account.foundFamily({
        name: '乐乐家',
        ownName: '妈妈',
        consentVersion,
        child: { local: child.childId },
      }),
    )
    await mine.sync()
    const { code } = done(await mine.core.families.invite('caregiver'))
    const theirs = phone()
    expect(done(await theirs.core.account.previewInvite(code))).toMatchObject({
      familyName: '乐乐家',
      role: 'caregiver',
    })
    loseOnce(theirs, '/auth/local/join', 'answer')
    expect((await theirs.core.account.joinLocally(code, { ownName: '爸爸', consentVersion })).ok).toBe(false)
    theirs.restart()
    done(await theirs.core.account.joinLocally(code, { ownName: '爸爸', consentVersion }))
    await theirs.sync()
    expect(shown(theirs)).toEqual(shown(mine))
    const members = done(await mine.core.families.members()).members.map(({ name }) => name)
    expect(members.sort()).toEqual(['妈妈', '爸爸'].sort())
  })
})
