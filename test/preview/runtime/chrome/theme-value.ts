import type { ThemeConfig } from '../../../../cloud/build/project/config.ts'
import { currentTheme } from '../theme.ts'

/** A value of app.json or a page's json; `@name` stands for one of theme.json. */
export function themeValue(theme: ThemeConfig, value: string | undefined, fallback: string): string {
  if (value === undefined) return fallback
  if (!value.startsWith('@')) return value
  const found = theme[currentTheme()][value.slice(1)]
  if (found === undefined) throw new Error(`theme.json has no ${value} for ${currentTheme()}`)
  return found
}
