import { component } from 'glass-easel-miniprogram-adapter'
import type { Phone } from '../phone-parts.ts'
import { actionsApi } from './actions.ts'
import { createAnimation } from './animation.ts'
import { canvasToTempFilePath } from './canvas-picture.ts'
import { deviceApi } from './device.ts'
import { dialogApi } from './dialogs.ts'
import { filesApi } from './files.ts'
import { lifecycleApi } from './lifecycle.ts'
import { loginApi } from './login.ts'
import { navigationApi, pageApi } from './navigation.ts'
import { networkApi } from './network.ts'
import { privacyApi } from './privacy.ts'
import { getRandomValues } from './random.ts'
import { request } from './request.ts'
import { SelectorQuery } from './selector-query.ts'
import { shareApi } from './share.ts'
import { connectSocket } from './sockets.ts'
import { StorageBox } from './storage-box.ts'
import { storageApi } from './storage.ts'
import { tabBarApi } from './tab-bar.ts'
import { toastApi } from './toast.ts'

/** The global wx. What it lacks throws by name, so that nothing seems to work here that was never tried. */
export function installWx(phone: Phone): void {
  const api: Record<string, unknown> = {
    ...storageApi(new StorageBox(localStorage, phone.settings.phone)),
    ...networkApi(),
    ...navigationApi(phone),
    ...pageApi(phone),
    ...tabBarApi(phone),
    ...dialogApi(phone.overlays),
    ...toastApi(phone.overlays),
    ...deviceApi(phone),
    ...lifecycleApi(phone),
    ...actionsApi(),
    ...loginApi(phone.settings.wechat),
    ...privacyApi(),
    ...filesApi(),
    ...shareApi(),
    request,
    connectSocket,
    getRandomValues,
    createAnimation,
    canvasToTempFilePath,
    createSelectorQuery: () => new SelectorQuery(phone),
    createIntersectionObserver: (owner: component.GeneralComponent, options?: object) =>
      owner.createIntersectionObserver(options),
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) =>
      new OffscreenCanvas(width, height),
    nextTick: (callback: () => void) => queueMicrotask(callback),
    canIUse: (name: string) => name.split('.')[0]! in api,
    // No cloud here: the transport asks for it by its setting, and tools look whether it is there.
    cloud: undefined,
  }
  const wx = new Proxy(api, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === 'then') return target[name as string]
      throw new Error(`wx.${name} is not part of the browser preview (test/preview/runtime/wx)`)
    },
  })
  Object.assign(globalThis, { wx })
  component.ComponentCaller.prototype.createSelectorQuery = function (this: component.GeneralComponent) {
    return new SelectorQuery(phone, this)
  } as never
}
