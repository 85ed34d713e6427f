import { bannerOf } from '../../../../miniprogram/pages/now/banner.view.ts'
import { UNTRIED } from '../../../../miniprogram/services/sync/connection.ts'
import { textsIn } from '../../../../miniprogram/texts/texts.ts'

const zh = textsIn('zh')
const offline = { ...UNTRIED, hasNetwork: false }

describe('the banner', () => {
  it('is silent while all goes well', () => {
    expect(bannerOf(UNTRIED, 0, 0, zh)).toBeNull()
    expect(bannerOf(UNTRIED, 2, 0, zh)).toBeNull()
  })

  it('says without a network that logging goes on, and what cannot be seen', () => {
    const banner = bannerOf(offline, 0, 0, zh)
    expect(banner).toMatchObject({ tone: 'offline', count: '' })
    expect(banner?.text).toContain('照常记')
    expect(banner?.text).toContain('喂药前先问一声')
  })

  it('counts what waits apart from what was refused', () => {
    expect(bannerOf(offline, 5, 2, zh)?.count).toBe('3 条待同步 · 2 条没送到，点开看原因')
    expect(bannerOf(offline, 2, 2, zh)?.count).toBe('2 条没送到，点开看原因')
    expect(bannerOf(offline, 2, 0, zh)?.count).toBe('2 条待同步')
    expect(bannerOf(offline, 2, 0, zh, true)).toMatchObject({ text: zh.banner.tight, count: '2 条待同步' })
  })

  it('says what is wrong with the server', () => {
    expect(bannerOf({ ...UNTRIED, problem: 'unauthenticated' }, 0, 0, zh)?.text).toContain('重新登录')
    expect(bannerOf({ ...UNTRIED, problem: 'upgrade_required' }, 0, 0, zh)?.text).toContain('更新')
  })

  it('points to what was refused even when the connection is fine', () => {
    expect(bannerOf(UNTRIED, 1, 1, zh)).toMatchObject({ tone: 'failed', text: '1 条没送到，点开看原因' })
  })
})
