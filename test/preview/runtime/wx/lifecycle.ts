import { appHidden, appShown, errors, rejections } from '../app/app.ts'
import { Listeners } from '../listeners.ts'
import type { Phone } from '../phone-parts.ts'
import { type Theme, themeChanges } from '../theme.ts'

/** wx.onAppShow and the like: app-wide events, and how the app was started. */
export function lifecycleApi({ stack }: Phone) {
  const theme = new Listeners<[{ theme: Theme }]>()
  themeChanges.add((current) => theme.emit({ theme: current }))
  const launch = () => ({
    path: stack.pages[0]?.address.route ?? '',
    query: stack.pages[0]?.address.query ?? {},
    scene: 1001,
    referrerInfo: {},
  })
  return {
    onThemeChange: theme.add,
    offThemeChange: theme.remove,
    ...forwarded('AppShow', appShown),
    ...forwarded('AppHide', appHidden),
    ...forwarded('Error', errors),
    ...forwarded('UnhandledRejection', rejections),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
  }
}

/** onX and offX whose clearing call, offX(), leaves the host's own listeners alone. */
function forwarded<Args extends unknown[]>(name: string, source: Listeners<Args>) {
  const listeners = new Listeners<Args>()
  source.add((...args) => listeners.emit(...args))
  return { [`on${name}`]: listeners.add, [`off${name}`]: listeners.remove }
}
