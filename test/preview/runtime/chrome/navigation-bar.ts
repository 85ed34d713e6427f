import type { ThemeConfig } from '../../../../cloud/build/project/config.ts'
import type { PageView } from '../router/page-view.ts'
import { currentTheme } from '../theme.ts'
import { themeValue } from './theme-value.ts'

/** The bar WeChat draws over a page, and the round button at its right that covers what lies beneath. */
export class NavigationBar {
  readonly #element: HTMLElement
  readonly #theme: ThemeConfig
  readonly #goBack: () => void

  constructor(element: HTMLElement, theme: ThemeConfig, goBack: () => void) {
    this.#element = element
    this.#theme = theme
    this.#goBack = goBack
  }

  draw(page: PageView, canGoBack: boolean): void {
    const { config, bar } = page
    const text = themeValue(this.#theme, config.navigationBarTextStyle, currentTheme() === 'dark' ? 'white' : 'black')
    const ground = themeValue(
      this.#theme,
      config.navigationBarBackgroundColor,
      currentTheme() === 'dark' ? '#191919' : '#ededed',
    )
    this.#element.classList.toggle('custom', config.navigationStyle === 'custom')
    this.#element.style.background = config.navigationStyle === 'custom' ? 'none' : (bar.background ?? ground)
    this.#element.style.color = bar.front ?? text
    const parts: HTMLElement[] = []
    if (config.navigationStyle !== 'custom') {
      if (canGoBack) parts.push(this.#backButton())
      const title = document.createElement('h1')
      title.textContent = bar.title ?? config.navigationBarTitleText ?? ''
      if (bar.busy === true) title.setAttribute('aria-busy', 'true')
      parts.push(title)
      document.title = title.textContent
    }
    this.#element.replaceChildren(...parts, capsule())
  }

  #backButton(): HTMLElement {
    const button = document.createElement('button')
    button.className = 'back'
    button.type = 'button'
    button.setAttribute('aria-label', '返回')
    button.addEventListener('click', this.#goBack)
    return button
  }
}

/** Only its place matters here: on a phone nothing else can stand there. */
function capsule(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'capsule'
  element.setAttribute('aria-hidden', 'true')
  return element
}
