import type { TabBarConfig, TabBarItem, ThemeConfig } from '../../../../cloud/build/project/config.ts'
import { themeValue } from './theme-value.ts'

interface Tab extends TabBarItem {
  badge?: string | undefined
  dot?: boolean
}

/** The tab bar of app.json, drawn by the host as WeChat draws it natively. */
export class TabBar {
  readonly tabs: Tab[]
  readonly #element: HTMLElement
  readonly #list: HTMLElement
  readonly #config: TabBarConfig
  readonly #theme: ThemeConfig
  readonly #choose: (pagePath: string) => void
  #shownByApp = true
  #current = ''

  constructor(element: HTMLElement, config: TabBarConfig, theme: ThemeConfig, choose: (pagePath: string) => void) {
    this.#element = element
    this.#config = config
    this.#theme = theme
    this.#choose = choose
    this.tabs = config.list.map((item) => ({ ...item }))
    this.#list = element.querySelector<HTMLElement>('[role=tablist]')!
  }

  has(route: string): boolean {
    return this.tabs.some((tab) => tab.pagePath === route)
  }

  /** wx.hideTabBar and wx.showTabBar. */
  setShown(shown: boolean): void {
    this.#shownByApp = shown
    this.draw(this.#current)
  }

  change(index: number, changes: Partial<Tab>): void {
    const tab = this.tabs[index]
    if (tab === undefined) throw new Error('tabbar item not found')
    Object.assign(tab, changes)
    this.draw(this.#current)
  }

  draw(route: string): void {
    this.#current = route
    this.#element.hidden = !this.#shownByApp || !this.has(route)
    this.#element.style.background = themeValue(this.#theme, this.#config.backgroundColor, '')
    this.#element.dataset['border'] = themeValue(this.#theme, this.#config.borderStyle, 'black')
    this.tabs.forEach((tab, index) => this.#drawTab(this.#button(index, tab), tab, tab.pagePath === route))
  }

  /** Made once: a tab that was just pressed keeps its focus. */
  #button(index: number, tab: Tab): HTMLElement {
    const made = this.#list.children[index]
    if (made instanceof HTMLElement) return made
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('role', 'tab')
    button.append(document.createElement('img'), document.createElement('span'), document.createElement('i'))
    button.addEventListener('click', () => this.#choose(tab.pagePath))
    this.#list.append(button)
    return button
  }

  #drawTab(button: HTMLElement, tab: Tab, selected: boolean): void {
    const [image, text, mark] = button.children as unknown as [HTMLImageElement, HTMLElement, HTMLElement]
    const icon = selected ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath
    button.setAttribute('aria-selected', String(selected))
    button.style.color = themeValue(this.#theme, selected ? this.#config.selectedColor : this.#config.color, '')
    image.hidden = icon === undefined
    image.alt = ''
    if (icon !== undefined) image.src = `/${themeValue(this.#theme, icon, '').replace(/^\//, '')}`
    text.textContent = tab.text
    mark.hidden = tab.badge === undefined && tab.dot !== true
    mark.textContent = tab.badge ?? ''
  }
}
