import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { buildPreview } from '../../preview/build/build-preview.ts'
import { type PreviewServer, servePreview } from '../../preview/build/serve-preview.ts'
import { launchBrowser } from '../../support/browser.ts'
import { FIXTURE } from './support/copied-fixture.ts'

/** What only a real browser knows: styles, touches, storage of frames. The rest is tested in jsdom. */
describe('the preview in Chromium', () => {
  let outDir: string
  let server: PreviewServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    outDir = mkdtempSync(path.join(tmpdir(), 'shouwen-chromium-'))
    const started = launchBrowser()
    await buildPreview({ source: FIXTURE, outDir })
    server = await servePreview({ outDir, port: 0 })
    browser = await started
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true })
  })

  const open = async (address: string, options: BrowserContextOptions = {}) => {
    context = await browser.newContext({ viewport: { width: 390, height: 780 }, ...options })
    page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(server.url + address)
  }
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([])
  })

  const styleOf = (selector: string, property: string) =>
    page.locator(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  const notes = () =>
    page.evaluate(() => {
      const [first] = (globalThis as unknown as { getCurrentPages(): { data: { log: string[] } }[] }).getCurrentPages()
      return first!.data.log.splice(0)
    })

  describe('one phone', () => {
    beforeAll(async () => {
      await open('phone.html', { hasTouch: true })
      await page.getByText('38.9 ℃').waitFor()
    })
    afterAll(() => context.close())

    it('measures rpx by the phone’s width', async () => {
      expect(parseFloat(await styleOf('.value', 'font-size'))).toBeCloseTo((128 * 390) / 750, 2)
      expect(parseFloat(await styleOf('#measure', 'width'))).toBeCloseTo(195, 2)
      await page.setViewportSize({ width: 320, height: 640 })
      expect(parseFloat(await styleOf('#measure', 'width'))).toBeCloseTo(160, 2)
      await page.setViewportSize({ width: 390, height: 780 })
    })

    it('keeps the styles of page and component apart', async () => {
      const ink = 'rgb(34, 38, 43)'
      expect(await styleOf('.components_card_card--title', 'color')).toBe(ink)
      expect(await styleOf('[is="components/card/card"]', 'background-color')).toBe('rgb(255, 255, 255)')
      expect(await styleOf('.list', 'padding-top')).toBe(`${(32 * 390) / 750}px`)
    })

    it('follows the system’s theme while it runs', async () => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('html[data-theme=dark]').waitFor()
      expect(await styleOf('.value', 'color')).toBe('rgb(79, 163, 173)')
      expect(await styleOf('wx-page', 'background-color')).toBe('rgb(0, 0, 0)')
      await page.emulateMedia({ colorScheme: 'light' })
      await page.locator('html[data-theme=light]').waitFor()
      expect(await styleOf('.value', 'color')).toBe('rgb(34, 38, 43)')
      expect(await styleOf('#tab-bar', 'background-color')).toBe('rgb(247, 245, 242)')
    })

    it('makes one tap of a touch and one of a click, none of a scroll', async () => {
      const row = page.getByText('二', { exact: true })
      await row.waitFor()
      await notes()
      await row.tap()
      expect(await notes()).toEqual(['row b', 'list'])
      await row.click()
      expect(await notes()).toEqual(['row b', 'list'])
      await row.dragTo(page.getByText('一', { exact: true }), { targetPosition: { x: 2, y: 2 } })
      expect(await notes()).toEqual([])
      await page.getByText('里').click()
      expect(await notes()).toEqual(['start 1', 'caught'])
    })

    it('tells when the network goes and comes', async () => {
      await page.evaluate(() => {
        const all = globalThis as unknown as {
          wx: { onNetworkStatusChange(heard: (state: object) => void): void }
          states: object[]
        }
        all.states = []
        all.wx.onNetworkStatusChange((state) => all.states.push(state))
      })
      const heard = (count: number) =>
        page.waitForFunction((n) => (globalThis as unknown as { states: object[] }).states.length === n, count)
      await context.setOffline(true)
      await heard(1)
      await context.setOffline(false)
      await heard(2)
      expect(await page.evaluate(() => (globalThis as unknown as { states: object[] }).states)).toEqual([
        { isConnected: false, networkType: 'none' },
        { isConnected: true, networkType: 'wifi' },
      ])
    })
  })

  describe('the landing page', () => {
    afterEach(() => context.close())

    it('shows two phones with storages of their own, where third-party storage is blocked too', async () => {
      await open('?theme=dark', { viewport: { width: 1200, height: 800 } })
      const phones = ['妈妈的手机', '爸爸的手机'].map((title) => page.frameLocator(`iframe[title="${title}"]`))
      for (const phone of phones) await phone.getByText('38.9 ℃').waitFor()
      const frames = page.frames().filter((frame) => frame.url().includes('phone.html'))
      const read = await Promise.all(
        frames.map((frame, index) =>
          frame.evaluate(async (own) => {
            const { wx } = globalThis as unknown as {
              wx: Record<'setStorageSync' | 'getStorageSync', (...args: unknown[]) => unknown>
            }
            wx.setStorageSync('who', own)
            await new Promise((resolve) => setTimeout(resolve, 50))
            return wx.getStorageSync('who')
          }, index),
        ),
      )
      expect(read).toEqual([0, 1])
      expect(await phones[1]!.locator('html').getAttribute('data-theme')).toBe('dark')
    })

    it('shows one phone in a narrow window, and lets whose be chosen', async () => {
      await open('')
      await page.frameLocator('iframe[title="妈妈的手机"]').getByText('38.9 ℃').waitFor()
      expect(await page.locator('iframe').count()).toBe(1)
      await page.getByRole('tab', { name: '爸爸' }).click()
      await page.frameLocator('iframe[title="爸爸的手机"]').getByText('38.9 ℃').waitFor()
      expect(await page.locator('iframe:visible').count()).toBe(1)
      const box = await page.locator('iframe:visible').boundingBox()
      expect(box).toMatchObject({ x: 0, width: 390 })
      expect(box!.height).toBeGreaterThan(720)
    })
  })
})
