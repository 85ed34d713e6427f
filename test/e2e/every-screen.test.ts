import { shown, type BrowserPhone } from '../support/browser-phone.ts'
import { seriousFaults, whatDoesNotFit } from '../support/browser-looks.ts'
import { eventfulFamily } from '../support/eventful-family.ts'
import { walkFamily } from '../support/family-walk.ts'
import { stackUnderTest } from '../support/stack-under-test.ts'
import { inBrowser, phoneAddress, type Scene } from '../support/two-phones.ts'
import { en } from '../../miniprogram/texts/en.ts'
import { aboutTexts } from '../../miniprogram/package-more/texts/about.ts'
import { textsIn, type Texts } from '../../miniprogram/texts/texts.ts'
import { zh } from '../../miniprogram/texts/zh.ts'

interface Look {
  readonly width: number
  readonly theme: 'light' | 'dark'
  readonly lang: 'zh_CN' | 'en'
  readonly fontScale: string
}

const LOOKS: readonly Look[] = [
  { width: 390, theme: 'light', lang: 'zh_CN', fontScale: '1' },
  { width: 320, theme: 'dark', lang: 'zh_CN', fontScale: '1' },
  { width: 320, theme: 'light', lang: 'en', fontScale: '1' },
  { width: 320, theme: 'light', lang: 'zh_CN', fontScale: '1.4' },
  { width: 390, theme: 'dark', lang: 'en', fontScale: '1.4' },
]

/** The pages of a family, one look a theme: each is the other's opposite. */
const FAMILY_LOOKS: readonly Look[] = [
  { width: 320, theme: 'dark', lang: 'zh_CN', fontScale: '1.4' },
  { width: 320, theme: 'light', lang: 'en', fontScale: '1.4' },
]

/** Walks through every screen and sheet, and stops at each. */
async function walk(phone: BrowserPhone, texts: Texts, stop: (place: string) => Promise<void>): Promise<void> {
  const { actions } = texts.now
  for (const action of [actions.temperature, actions.dose, actions.symptom, actions.note]) {
    await phone.tap(action)
    await shown(phone.sheet)
    if (action === actions.dose) await phone.press(phone.sheet.getByRole('radio').first())
    await stop(`sheet ${action}`)
    await phone.press(phone.sheet.getByRole('button', { name: closing(texts), exact: true }).first())
    await phone.sheet.waitFor({ state: 'detached' })
  }
  await stop(texts.tabs.now)
  await phone.openTab(texts.tabs.curve)
  await shown(phone.page.locator('canvas:visible'))
  await stop(texts.tabs.curve)
  await phone.openTab(texts.tabs.episodes)
  await stop(texts.tabs.episodes)
  await phone.press(phone.button(new RegExp(texts.episodes.open)).first())
  await shown(phone.text(texts.episode.ruleMade))
  await stop(texts.episode.title)
  await phone.tap('返回')
  await phone.openTab(texts.tabs.family)
  await stop(texts.tabs.family)
  await phone.press(phone.button(new RegExp(texts.family.about)).first())
  const about = aboutTexts(texts === textsIn('en') ? 'en' : 'zh')
  await shown(phone.text(about.record))
  await stop(about.title)
}

/** Where a page of the second package lies, by its name. */
const pageOf = (page: string): string =>
  page.startsWith('/') ? page : `/package-more/pages/${page.replace(/\?.*/, '')}/${page}`

const closing = ({ common }: Texts): RegExp => new RegExp(`^(${common.cancel}|${common.close})$`)

async function openLook(scene: Scene, { width, theme, lang, fontScale }: Look): Promise<BrowserPhone> {
  const viewport = { width, height: width === 320 ? 640 : 844 }
  const phone = await scene.phone('mama', { viewport, query: { theme, lang, fontScale } })
  const texts = textsIn(lang === 'en' ? 'en' : 'zh')
  await phone.button(texts.now.actions.temperature).waitFor()
  return phone
}

describe('every screen and sheet', () => {
  const { flow } = inBrowser()

  for (const look of LOOKS) {
    const { width, theme, lang, fontScale } = look
    flow(
      `fits ${width} px, ${theme}, ${lang}, type × ${fontScale}, and has no serious fault for axe`,
      async (scene) => {
        const phone = await openLook(scene, look)
        const faults: Record<string, readonly string[]> = {}
        await walk(phone, textsIn(lang === 'en' ? 'en' : 'zh'), async (place) => {
          const found = [...(await whatDoesNotFit(phone.page)), ...(await seriousFaults(phone.page))]
          if (found.length > 0) faults[place] = found
        })
        expect(faults).toEqual({})
      },
    )
  }

  for (const look of FAMILY_LOOKS) {
    const { width, theme, lang, fontScale } = look
    flow(
      `of coming in and of a family fits ${width} px, ${theme}, ${lang}, type × ${fontScale}, without a serious fault`,
      async (scene) => {
        const query = { theme, lang, fontScale }
        const viewport = { width, height: 640 }
        const phone = await scene.phone('guest', { viewport, query, at: pageOf('welcome') })
        const faults: Record<string, readonly string[]> = {}
        const language = lang === 'en' ? 'en' : 'zh'
        let visits = 0
        await walkFamily({
          phone,
          family: await eventfulFamily(stackUnderTest().api),
          language,
          texts: textsIn(language),
          // Another address each time: a browser does not load a page again whose fragment alone has changed.
          open: async (page) => {
            await phone.page.goto(phoneAddress('guest', { ...query, visit: String(++visits) }, pageOf(page)))
          },
          stop: async (place) => {
            const found = [...(await whatDoesNotFit(phone.page)), ...(await seriousFaults(phone.page))]
            if (found.length > 0) faults[place] = found
          },
        })
        expect(faults).toEqual({})
      },
    )
  }

  flow('follow the system from light to dark while they are open', async (scene) => {
    const phone = await (await scene.phone('mama', { colorScheme: 'light' })).isReady()
    const paper = () =>
      phone.page.locator('.page:not(.away)').evaluate((page) => getComputedStyle(page).backgroundColor)
    const light = await paper()
    await phone.page.emulateMedia({ colorScheme: 'dark' })
    await phone.page.locator('html[data-theme=dark]').waitFor()
    const [red, green, blue] = (await paper()).match(/\d+/g)!.map(Number)
    expect(await paper()).not.toBe(light)
    expect(red! + green! + blue!).toBeLessThan(120)
  })

  flow('speak the other language as soon as it is chosen, and after a restart', async (scene) => {
    const phone = await (await scene.phone('mama')).isReady()
    await phone.openTab(zh.tabs.family)
    await phone.choose('English')
    await phone.openTab(en.tabs.now)
    await shown(phone.button(en.now.actions.temperature))
    const again = await phone.restarted(phone.page.url())
    await shown(again.button(en.now.actions.temperature))
  })
})
