import { readFileSync } from 'node:fs'
import path from 'node:path'
import { textsIn } from '../../../../miniprogram/texts/texts.ts'
import { pageTitle, tabTexts } from '../../../../miniprogram/views/page-title.ts'

const app = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../../miniprogram/app.json'), 'utf8')) as {
  pages: string[]
  tabBar: { list: { pagePath: string; text: string }[] }
}

describe('the bars around a page', () => {
  it('bear a title of their own on every page but the first, which bears the app’s name', () => {
    for (const language of ['zh', 'en'] as const) {
      const titles = app.pages.map((page) => pageTitle(page, textsIn(language)))
      expect(new Set(titles).size).toBe(app.pages.length)
      expect(titles[0]).toBe(language === 'zh' ? '守温' : 'Shouwen')
    }
  })

  it('name the tabs in the order of the tab bar', () => {
    expect(tabTexts(textsIn('zh'))).toEqual(app.tabBar.list.map(({ text }) => text))
    expect(tabTexts(textsIn('en'))).toEqual(['Now', 'Curve', 'Episodes', 'Family'])
  })

  it('give a tab and its page the same name', () => {
    const [, ...rest] = app.tabBar.list.map(({ pagePath }) => pageTitle(pagePath, textsIn('zh')))
    expect(rest).toEqual(tabTexts(textsIn('zh')).slice(1))
  })
})
