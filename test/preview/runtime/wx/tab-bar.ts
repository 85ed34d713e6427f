import type { Phone } from '../phone-parts.ts'
import { asyncApi } from './async-api.ts'

interface AtIndex {
  index: number
}

/** What the app changes of its tab bar. */
export function tabBarApi({ tabBar }: Phone) {
  const bar = () => {
    if (tabBar === undefined) throw new Error('app.json has no tabBar')
    return tabBar
  }
  return {
    showTabBar: asyncApi('showTabBar', () => bar().setShown(true)),
    hideTabBar: asyncApi('hideTabBar', () => bar().setShown(false)),
    setTabBarItem: asyncApi(
      'setTabBarItem',
      ({
        index,
        text,
        iconPath,
        selectedIconPath,
      }: AtIndex & { text?: string; iconPath?: string; selectedIconPath?: string }) =>
        bar().change(index, {
          ...(text === undefined ? {} : { text }),
          ...(iconPath === undefined ? {} : { iconPath }),
          ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
        }),
    ),
    setTabBarBadge: asyncApi('setTabBarBadge', ({ index, text }: AtIndex & { text: string }) =>
      bar().change(index, { badge: text }),
    ),
    removeTabBarBadge: asyncApi('removeTabBarBadge', ({ index }: AtIndex) => bar().change(index, { badge: undefined })),
    showTabBarRedDot: asyncApi('showTabBarRedDot', ({ index }: AtIndex) => bar().change(index, { dot: true })),
    hideTabBarRedDot: asyncApi('hideTabBarRedDot', ({ index }: AtIndex) => bar().change(index, { dot: false })),
  }
}
