import { asyncApi } from './async-api.ts'

/** What a phone does for its owner; the browser does what it can, and says what it can't. */
export function actionsApi() {
  return {
    vibrateShort: asyncApi('vibrateShort', () => vibrate(15)),
    vibrateLong: asyncApi('vibrateLong', () => vibrate(400)),
    setClipboardData: asyncApi('setClipboardData', ({ data }: { data: string }) => navigator.clipboard.writeText(data)),
    getClipboardData: asyncApi('getClipboardData', async () => ({ data: await navigator.clipboard.readText() })),
    makePhoneCall: asyncApi('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => {
      const link = document.createElement('a')
      link.href = `tel:${phoneNumber}`
      link.click()
    }),
    setKeepScreenOn: asyncApi('setKeepScreenOn', () => undefined),
    hideKeyboard: asyncApi('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }),
  }
}

function vibrate(milliseconds: number): void {
  // Desktop browsers have no motor, and a phone's browser wants a tap first: neither is an error on WeChat.
  if ('vibrate' in navigator) navigator.vibrate(milliseconds)
}
