import { asyncApi } from './async-api.ts'
import { addElement } from './overlay.ts'
import type { ShowLoadingOption, ShowToastOption } from '../wechat-options.d.ts'

/** wx.showToast and wx.showLoading share one place on the screen, as in WeChat. */
export function toastApi(overlays: HTMLElement) {
  let shown: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = (): void => {
    clearTimeout(timer)
    shown?.remove()
    shown = undefined
  }
  const show = (title: string, icon: string, mask = false): void => {
    hide()
    shown = addElement(overlays, 'div', mask ? 'toast-layer blocking' : 'toast-layer')
    const toast = addElement(shown, 'div', `toast ${icon}`, title)
    toast.setAttribute('role', 'status')
  }
  return {
    showToast: asyncApi('showToast', ({ title, icon, duration, mask }: ShowToastOption) => {
      show(title, icon ?? 'success', mask)
      timer = setTimeout(hide, duration ?? 1500)
    }),
    showLoading: asyncApi('showLoading', ({ title, mask }: ShowLoadingOption) => show(title, 'loading', mask)),
    hideToast: asyncApi('hideToast', hide),
    hideLoading: asyncApi('hideLoading', hide),
  }
}
