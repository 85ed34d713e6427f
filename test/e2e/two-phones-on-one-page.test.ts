import type { Page } from 'playwright-core'
import { BrowserPhone, gone, shown } from '../support/browser-phone.ts'
import { stackUnderTest } from '../support/stack-under-test.ts'
import { inBrowser, type Scene } from '../support/two-phones.ts'

async function openLanding(scene: Scene, width: number): Promise<Page> {
  const context = await scene.context({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${stackUnderTest().address}?poll=0`)
  return page
}

const phoneOn = (page: Page, name: string): BrowserPhone =>
  new BrowserPhone(page, page.frameLocator(`iframe[title="${name}的手机"]`), false)

describe('the page that npm start prints', () => {
  const { flow } = inBrowser()

  flow('shows both phones side by side, each with the other’s news, driven by the mouse', async (scene) => {
    const page = await openLanding(scene, 1200)
    const [mama, baba] = [phoneOn(page, '妈妈'), phoneOn(page, '爸爸')]
    await Promise.all([mama.isReady(), baba.isReady()])
    const [left, right] = await Promise.all(
      ['妈妈', '爸爸'].map((name) => page.locator(`iframe[title="${name}的手机"]`).boundingBox()),
    )
    expect(left!.x + left!.width).toBeLessThan(right!.x)
    expect(right!.x + right!.width).toBeLessThanOrEqual(1200)

    await mama.logNote('左边记的')
    await shown(baba.row('左边记的 妈妈'))
    await baba.logNote('右边记的')
    await shown(mama.row('右边记的 爸爸'))
  })

  flow('shows one phone in a narrow window, with a switch that keeps both alive', async (scene) => {
    const page = await openLanding(scene, 500)
    const [mama, baba] = [phoneOn(page, '妈妈'), phoneOn(page, '爸爸')]
    await mama.isReady()
    expect(await page.locator('iframe').count()).toBe(1)
    await mama.tap('记事')
    await mama.sheet.getByRole('textbox').first().fill('写了一半')

    await page.getByRole('tab', { name: '爸爸' }).click()
    await baba.isReady()
    expect(await page.locator('iframe:visible').count()).toBe(1)
    await page.getByRole('tab', { name: '妈妈' }).click()
    expect(await mama.sheet.getByRole('textbox').first().inputValue()).toBe('写了一半')
    await mama.tap('保存给乐乐')
    await gone(mama.sheet)
    await page.getByRole('tab', { name: '爸爸' }).click()
    await shown(baba.row('写了一半 妈妈'))
  })
})
