export type Theme = 'light' | 'dark'

/** What the phone shows now; screens follow by their stylesheets, only a canvas must be told. */
export const currentTheme = (): Theme => (wx.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light')

/** The answer stops listening. */
export function onThemeChange(listener: (theme: Theme) => void): () => void {
  const heard = ({ theme }: { theme: Theme }): void => listener(theme)
  wx.onThemeChange(heard)
  return () => wx.offThemeChange(heard)
}
