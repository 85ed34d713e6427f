import type { Phone } from '../phone-parts.ts'
import { EventChannel } from '../router/event-channel.ts'
import { startPullDown, stopPullDown } from '../router/pull-down.ts'
import type { BarChanges } from '../router/page-view.ts'
import { asyncApi } from './async-api.ts'

interface ToUrl {
  url: string
}

/** Moving between pages. */
export function navigationApi({ stack }: Phone) {
  return {
    navigateTo: asyncApi(
      'navigateTo',
      async (options: ToUrl & { events?: Record<string, (...args: unknown[]) => void> }) => {
        const eventChannel = new EventChannel()
        for (const [name, listener] of Object.entries(options.events ?? {})) eventChannel.on(name, listener)
        await stack.navigateTo(options.url, eventChannel)
        return { eventChannel }
      },
    ),
    redirectTo: asyncApi('redirectTo', ({ url }: ToUrl) => stack.redirectTo(url)),
    reLaunch: asyncApi('reLaunch', ({ url }: ToUrl) => stack.reLaunch(url)),
    switchTab: asyncApi('switchTab', ({ url }: ToUrl) => stack.switchTab(url)),
    navigateBack: asyncApi('navigateBack', ({ delta }: { delta?: number }) => stack.navigateBack(delta)),
  }
}

/** What a page changes of the bars and of its own box. */
export function pageApi(phone: Phone) {
  const changeBar = (changes: BarChanges): void => {
    // The first page asks while it is being made, and again when it is shown.
    if (phone.stack.top === undefined) return
    Object.assign(phone.stack.top.bar, changes)
    phone.redraw()
  }
  return {
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }: { title: string }) => changeBar({ title })),
    setNavigationBarColor: asyncApi(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) =>
        changeBar({ front: frontColor, background: backgroundColor }),
    ),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', () => changeBar({ busy: true })),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () => changeBar({ busy: false })),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => startPullDown(phone.stack.top!)),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => stopPullDown(phone.stack.top!)),
    pageScrollTo: asyncApi(
      'pageScrollTo',
      ({ scrollTop, selector, duration }: { scrollTop?: number; selector?: string; duration?: number }) => {
        const box = phone.stack.top!.element
        const target = selector === undefined ? undefined : box.querySelector(selector)
        if (selector !== undefined && target === null) throw new Error(`no element ${selector}`)
        const top = target ? target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop : 0
        box.scrollTo({ top: scrollTop ?? top, behavior: duration === 0 ? 'instant' : 'smooth' })
      },
    ),
  }
}
