import { asyncApi } from './async-api.ts'
import type { StorageBox } from './storage-box.ts'

/** wx.setStorage and its kin. `encrypt` is accepted and has no effect: a browser's storage is its user's. */
export function storageApi(box: StorageBox) {
  const info = () => ({
    keys: box.keys(),
    currentSize: Math.ceil(box.size() / 1024),
    limitSize: 10 * 1024,
  })
  const get = ({ key }: { key: string }) => {
    const data = box.get(key)
    if (data === undefined) throw new Error('data not found')
    return { data }
  }
  return {
    getStorageSync: (key: string) => box.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => {
      try {
        box.set(key, data)
      } catch (error) {
        throw new Error(`setStorageSync:fail ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    removeStorageSync: (key: string) => box.remove(key),
    clearStorageSync: () => box.clear(),
    getStorageInfoSync: info,
    getStorage: asyncApi('getStorage', get),
    setStorage: asyncApi('setStorage', ({ key, data }: { key: string; data: unknown }) => box.set(key, data)),
    removeStorage: asyncApi('removeStorage', ({ key }: { key: string }) => box.remove(key)),
    clearStorage: asyncApi('clearStorage', () => box.clear()),
    getStorageInfo: asyncApi('getStorageInfo', info),
  }
}
