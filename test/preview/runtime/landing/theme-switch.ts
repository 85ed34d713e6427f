import type { Settings } from '../settings.ts'
import type { Words } from './words.ts'

type ThemeChoice = Settings['theme']
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** Three small choices; choosing one loads the page anew, since each phone reads its theme from its address. */
export function drawThemeSwitch(element: HTMLElement, chosen: ThemeChoice, words: Words): void {
  element.setAttribute('aria-label', words.themes)
  for (const choice of CHOICES) {
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('role', 'radio')
    button.setAttribute('aria-checked', String(choice === chosen))
    button.textContent = words[choice]
    button.addEventListener('click', () => {
      const address = new URL(location.href)
      if (choice === 'system') address.searchParams.delete('theme')
      else address.searchParams.set('theme', choice)
      location.assign(address)
    })
    element.append(button)
  }
}
