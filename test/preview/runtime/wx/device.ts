import type { Phone } from '../phone-parts.ts'
import { currentTheme } from '../theme.ts'
import { asyncApi } from './async-api.ts'

const LIBRARY_VERSION = '3.8.12'

/** What the mini-program asks about the phone, its window and the app it runs in. */
export function deviceApi({ pagesElement, settings }: Phone) {
  const getWindowInfo = () => {
    const { clientWidth: width, clientHeight: height } = document.documentElement
    const top = pagesElement.getBoundingClientRect().top
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: pagesElement.clientWidth,
      windowHeight: pagesElement.clientHeight,
      screenTop: top,
      statusBarHeight: 0,
      safeArea: { left: 0, top: 0, right: width, bottom: height, width, height },
    }
  }
  const getDeviceInfo = () => ({
    platform: 'devtools',
    brand: 'browser',
    model: 'preview',
    system: navigator.userAgent,
    abi: '',
    benchmarkLevel: -1,
  })
  const getAppBaseInfo = () => ({
    SDKVersion: LIBRARY_VERSION,
    version: LIBRARY_VERSION,
    language: settings.language,
    theme: currentTheme(),
    fontSizeSetting: Math.round(16 * settings.fontScale),
    fontSizeScaleFactor: settings.fontScale,
    enableDebug: false,
    host: { env: 'preview' },
  })
  const systemInfo = () => ({ ...getWindowInfo(), ...getDeviceInfo(), ...getAppBaseInfo() })
  return {
    getWindowInfo,
    getDeviceInfo,
    getAppBaseInfo,
    getSystemInfoSync: systemInfo,
    getSystemInfo: asyncApi('getSystemInfo', systemInfo),
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: false,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({
      notificationAuthorized: 'not determined',
      albumAuthorized: 'not determined',
      microphoneAuthorized: 'not determined',
    }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'preview', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => {
      const right = document.documentElement.clientWidth - 7
      return { width: 87, height: 32, top: 6, bottom: 38, left: right - 87, right }
    },
  }
}
