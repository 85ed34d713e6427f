/** The parts of app.json, theme.json and a unit's json that the builds read. */
interface WindowConfig {
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle?: string
  list: TabBarItem[]
}

interface SubpackageConfig {
  root: string
  name?: string
  pages: string[]
}

export interface AppConfig {
  pages: string[]
  subPackages?: SubpackageConfig[]
  subpackages?: SubpackageConfig[]
  window?: WindowConfig
  tabBar?: TabBarConfig
  usingComponents?: Record<string, string>
  /** By page: packages to fetch, by root or name, once the page is open. */
  preloadRule?: Record<string, { packages: string[] }>
  darkmode?: boolean
  themeLocation?: string
}

export interface UnitConfig extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentPlaceholder?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  addGlobalClass?: boolean
}

/** theme.json: the values of `@name` in the light and in the dark. */
export interface ThemeConfig {
  light: Record<string, string>
  dark: Record<string, string>
}
