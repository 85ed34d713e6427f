import { Listeners } from '../listeners.ts'

type AppMethods = Record<string, unknown>

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
}

export const appShown = new Listeners<[LaunchOptions]>()
export const appHidden = new Listeners<[]>()
export const errors = new Listeners<[string]>()
export const rejections = new Listeners<[{ reason: unknown; promise: Promise<unknown> }]>()

let instance: AppMethods | undefined

/** The globals App and getApp. */
export function installApp(): void {
  Object.assign(globalThis, {
    App: (options: AppMethods) => {
      if (instance !== undefined) throw new Error('App() was called twice')
      instance = options
    },
    getApp: () => instance,
  })
}

/** Launches, shows and hides the app with the browser's window, and hands it what nobody caught. */
export function launchApp(options: LaunchOptions): void {
  const call = (method: string, argument?: unknown): void => {
    const found = instance?.[method]
    if (typeof found === 'function') found.call(instance, argument)
  }
  appShown.add((launch) => call('onShow', launch))
  appHidden.add(() => call('onHide'))
  errors.add((message) => call('onError', message))
  rejections.add((event) => call('onUnhandledRejection', event))
  window.addEventListener('error', (event) => {
    errors.emit(event.error instanceof Error ? (event.error.stack ?? event.message) : event.message)
  })
  window.addEventListener('unhandledrejection', (event) => {
    rejections.emit({ reason: event.reason, promise: event.promise })
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) appHidden.emit()
    else appShown.emit(options)
  })
  call('onLaunch', options)
  appShown.emit(options)
}
