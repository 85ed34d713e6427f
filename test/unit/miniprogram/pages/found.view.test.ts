import { FRESH, foundingOf, foundView } from '../../../../miniprogram/package-more/pages/found/found.view.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const local = { familyId: 'guest', children: [{ childId: 'g1', name: '小乐', birthDate: null, entries: 12 }] }
const viewOf = (record: typeof local | null, chosen: string | null = null, more: Difference = {}) =>
  foundView(screenOf([], '16T03:10', more), record, chosen, false)

describe('founding a family', () => {
  it('leads a guest to the ways in that there are, where only a link signs in', () => {
    const guest = viewOf(local, null, { account: { who: 'guest', ways: ['local'] } })
    expect(guest.note).toContain('打开它启动时打印的那个链接')
    expect(guest.ways).toMatchObject([{ key: 'join', title: '输入邀请码' }])
    expect(viewOf(local, null, { account: { who: 'guest', ways: ['wechat'] } }).ways).toEqual([])
    expect(viewOf(local, null, { account: { who: 'signed_in', ways: ['local'] } }).ways).toEqual([])
  })

  it('begins with the child of this phone, whose record goes with it', () => {
    expect(viewOf(local)).toMatchObject({ childId: 'g1', needsName: false, familyName: '小乐一家' })
    expect(viewOf(local).carried).toContain('12 条')
  })

  it('asks for a name where it is another child, or there is none', () => {
    expect(viewOf(local, FRESH)).toMatchObject({ needsName: true, carried: '', familyName: '' })
    expect(viewOf(null)).toMatchObject({ needsName: true, children: [] })
  })

  it('says beforehand that one has to sign in', () => {
    expect(viewOf(null).note).toBe('')
    expect(viewOf(null, null, { signedIn: null }).note).toContain('先登录')
  })

  it('takes what was filled in, and nothing while something is missing', () => {
    expect(foundingOf({ family: ' 小乐一家 ', own: '妈妈' }, 'g1', null)).toMatchObject({
      name: '小乐一家',
      ownName: '妈妈',
      child: { local: 'g1' },
    })
    expect(foundingOf({ family: '一家', own: '爸爸', child: '安安' }, FRESH, null)).toMatchObject({
      child: { fresh: { name: '安安', birthDate: null } },
    })
    expect(foundingOf({ family: '一家', own: '爸爸', child: ' ' }, FRESH, null)).toBeNull()
    expect(foundingOf({ family: '', own: '爸爸' }, 'g1', null)).toBeNull()
    expect(foundingOf({ family: '一家', own: '' }, 'g1', null)).toBeNull()
  })
})
