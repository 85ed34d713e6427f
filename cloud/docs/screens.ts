import type { Page } from 'playwright-core'

/** One picture: where it is, and how a person gets there. */
export interface Screen {
  readonly file: string
  readonly at: string
  readonly size: { readonly width: number; readonly height: number }
  readonly theme: 'light' | 'dark'
  readonly reach: (page: Page) => Promise<void>
}

const PHONE = { width: 390, height: 844 }
const TABLE = { width: 1040, height: 900 }

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

async function bothReady(page: Page): Promise<void> {
  for (const name of ['妈妈', '爸爸'])
    await page
      .frameLocator(`iframe[title="${name}的手机"]`)
      .getByRole('button', { name: '体温', exact: true })
      .waitFor()
}

const onPhone = (file: string, theme: Screen['theme'], steps: (page: Page) => Promise<void>): Screen => ({
  file,
  at: 'phone.html?person=mama',
  size: PHONE,
  theme,
  async reach(page) {
    await button(page, '体温').waitFor()
    await steps(page)
  },
})

/** A row of 家庭 that leads further. */
async function openRow(page: Page, row: RegExp, shown: string): Promise<void> {
  await tab(page, '家庭').click()
  await button(page, row).click()
  await page.getByText(shown).filter({ visible: true }).first().waitFor()
}

async function openCurve(page: Page): Promise<void> {
  await tab(page, '曲线').click()
  await page.locator('canvas:visible').first().waitFor()
  await page.getByText('曲线正在来').waitFor({ state: 'detached' })
}

export const SCREENS: readonly Screen[] = [
  {
    file: 'two-phones',
    at: '/',
    size: TABLE,
    theme: 'light',
    async reach(page) {
      await bothReady(page)
      const baba = page.frameLocator('iframe[title="爸爸的手机"]')
      await baba.getByRole('tab', { name: '曲线', exact: true }).click()
      await baba.locator('canvas:visible').first().waitFor()
    },
  },
  onPhone('now-dark', 'dark', () => Promise.resolve()),
  onPhone('temperature', 'light', async (page) => {
    await button(page, '体温').click()
    for (const digit of '382') await button(page, digit).click()
  }),
  onPhone('dose', 'dark', async (page) => {
    await button(page, '用药').click()
    await page.getByRole('radio', { name: /^美林/ }).click()
    await page.getByText('正在核对').first().waitFor({ state: 'detached' })
  }),
  onPhone('symptoms', 'light', (page) => button(page, '症状').click()),
  onPhone('curve', 'light', openCurve),
  onPhone('curve-dark', 'dark', openCurve),
  onPhone('episode', 'light', async (page) => {
    await tab(page, '病程').click()
    await button(page, /看这次病程/).click()
    await page.getByText(/不是医生意见/).waitFor()
  }),
  onPhone('family', 'light', async (page) => {
    await tab(page, '家庭').click()
    await page.getByText('姥姥').filter({ visible: true }).first().waitFor()
  }),
  onPhone('cabinet', 'dark', (page) => openRow(page, /^(药箱|\d+ 种药)/, '加一种药')),
  onPhone('child', 'light', (page) => openRow(page, /^乐乐/, '记体重')),
  {
    ...onPhone('welcome', 'light', () => Promise.resolve()),
    at: 'phone.html?person=guest#/package-more/pages/welcome/welcome',
    reach: (page) => page.getByText('先自己用').first().waitFor(),
  },
]
