import { familiesView } from '../../../../miniprogram/package-more/pages/families/families.view.ts'
import { welcomeView } from '../../../../miniprogram/package-more/pages/welcome/welcome.view.ts'
import type { SignInWay } from '../../../../miniprogram/services/account/account.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const OPEN = screenOf([], 3).open!
const OTHER = { ...OPEN, familyId: 'other', name: '外婆家', memberName: '女儿', role: 'viewer' as const }
const LOCAL = { ...OPEN, familyId: 'guest', name: '', memberName: '', isLocal: true }
const viewOf = (account: Difference['account'], hasLeft = false) =>
  familiesView(screenOf([], 3, { account: account! }), false, hasLeft)
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key)

describe('the families of a phone', () => {
  it('stand with what one is in each; the open one is marked, the others are one tap away', () => {
    const { families } = viewOf({ families: [OPEN, OTHER, LOCAL] })
    expect(families.map(({ title, badge, opens }) => [title, badge, opens])).toEqual([
      ['乐乐一家', '正在看', false],
      ['外婆家', '', true],
      ['只在这台手机上', '', true],
    ])
    expect(families[1]!.text).toContain('女儿 · 只看')
  })

  it('are opened again from the sample', () => {
    expect(viewOf({ families: [OPEN], isSample: true }).families[0]).toMatchObject({ badge: '', opens: true })
  })

  it('lead to what was left unsent elsewhere, where there is something', () => {
    expect(keysOf(viewOf({}).ways)).toEqual(['found', 'join'])
    expect(keysOf(viewOf({}, true).ways)).toEqual(['found', 'join', 'left-behind'])
  })
})

describe('signing in and out', () => {
  const accountOf = (who: 'guest' | 'signed_in' | 'expired', way: SignInWay = 'wechat') =>
    viewOf({ who, ways: [way] }).account

  it('ends on this phone, or on all of them', () => {
    expect(keysOf(accountOf('signed_in'))).toEqual(['sign_out', 'everywhere'])
  })

  it('is offered to a guest, and asked of nobody; without WeChat it needs the link of the server', () => {
    expect(accountOf('guest')).toMatchObject([{ key: 'sign_in', opens: true }])
    expect(accountOf('guest', 'local')).toMatchObject([{ key: 'sign_in', opens: false }])
    expect(accountOf('guest', 'local')[0]!.text).toContain('链接')
  })

  it('that has expired says that everything is on the phone', () => {
    expect(viewOf({ who: 'expired' }).note).toContain('记的都在手机里')
    expect(keysOf(accountOf('expired'))).toEqual(['sign_in', 'sign_out'])
  })
})

describe('the welcome', () => {
  const welcome = (account: Difference['account']) => welcomeView(screenOf([], 3, { account: account! }))

  it('needs no sign-in to begin, and has a sample to look at', () => {
    expect(keysOf(welcome({ who: 'guest' }).alone)).toEqual(['alone', 'sample'])
  })

  it('offers to sign in where that is something one can tap', () => {
    expect(keysOf(welcome({ who: 'guest' }).together)).toEqual(['join', 'found', 'families'])
    expect(keysOf(welcome({ who: 'guest', ways: ['local'] }).together)).toEqual(['join', 'found'])
    expect(keysOf(welcome({ who: 'signed_in' }).together)).toEqual(['join', 'found'])
  })
})
