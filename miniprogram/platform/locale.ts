import type { Instant } from '../../shared/time/instant.ts'
import type { Language } from '../../shared/words/language.ts'

/** The language WeChat itself is set to. */
export const phoneLanguage = (): Language => (wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en')

/** How much larger than usual the person has set WeChat's type; 1 where WeChat does not tell. */
export const phoneTypeScale = (): number =>
  (wx.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1

/** Minutes east of UTC on this phone's clock at an instant. */
export const phoneOffsetMinutes = (at: Instant): number => -new Date(at).getTimezoneOffset()
