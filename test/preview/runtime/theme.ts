import { Listeners } from './listeners.ts'
import type { Settings } from './settings.ts'

export type Theme = 'light' | 'dark'

export const themeChanges = new Listeners<[Theme]>()

/** Follows the system, or holds what the address forces, as the attribute the stylesheets ask for. */
export function startTheme(forced: Settings['theme']): void {
  if (forced !== 'system') {
    document.documentElement.dataset['theme'] = forced
    return
  }
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const follow = (): void => {
    const theme = system.matches ? 'dark' : 'light'
    document.documentElement.dataset['theme'] = theme
    themeChanges.emit(theme)
  }
  follow()
  system.addEventListener('change', follow)
}

export function currentTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
}
