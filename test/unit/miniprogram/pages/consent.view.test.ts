import { consentView } from '../../../../miniprogram/package-more/pages/consent/consent.view.ts'
import { emptyScreen } from '../support/screen-state.ts'

const NIGHT = '16T03:10'
const plain = { contract: '', operator: undefined, isBusy: false }

describe('the consent a person reads', () => {
  it('names who answers for the server, where the build was told, and otherwise says who that is', () => {
    const operator = { name: '乐乐妈妈的小服务器', contact: '13800000000' }
    const [named] = consentView(emptyScreen(NIGHT), 'new', { ...plain, operator }).sections
    expect(named!.body).toBe('乐乐妈妈的小服务器。有事找：13800000000。')
    const [unnamed] = consentView(emptyScreen(NIGHT), 'new', plain).sections
    expect(unnamed!.body).toContain('架设这台守温服务器的人')
  })

  it('says its version, and what it means to refuse, beside both answers', () => {
    const view = consentView(emptyScreen(NIGHT), 'guardian', plain)
    expect(view.version).toBe('第 1 版，2026-11-25 起')
    expect(view.refusing).toContain('不同意也能用')
    expect([view.agree, view.refuse]).not.toContain('')
  })

  it('says that it is asked again, to whoever had agreed to another version', () => {
    const own = {
      type: 'consent',
      seq: 1,
      id: 'c',
      kind: 'guardian',
      answer: 'given',
      at: '2026-01-01T00:00:00Z',
    } as const
    const open = { familyId: 'f', accountId: 'a', role: 'owner', name: '', memberName: '妈妈', isLocal: false } as const
    const asked = (version: number, accountId: string) =>
      consentView(
        emptyScreen(NIGHT, { open, family: { consents: [{ ...own, version, accountId }] } }),
        'guardian',
        plain,
      ).note
    expect(asked(99, 'a')).toContain('新的一版')
    expect(asked(99, 'b')).toBe('')
    expect(asked(1, 'a')).toBe('')
  })

  it('asks about AI in words of its own, and WeChat’s own question without the child’s', () => {
    expect(consentView(emptyScreen(NIGHT), 'ai', { ...plain, contract: '《守温小程序隐私保护指引》' })).toMatchObject({
      agree: '同意用 AI 写小结',
      contract: '',
    })
    const wechat = consentView(emptyScreen(NIGHT), 'wechat', { ...plain, contract: '《守温小程序隐私保护指引》' })
    expect(wechat).toMatchObject({ contract: '微信的《守温小程序隐私保护指引》', sections: [] })
  })
})
