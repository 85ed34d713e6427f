import { StorageFull, type Storage } from './ports.ts'

/** The synchronous calls: when one returns the value survives a crash, which the outbox stands on. */
export const storage: Storage = {
  keys: () => wx.getStorageInfoSync().keys,
  get(key) {
    const value: unknown = wx.getStorageSync(key)
    // WeChat answers '' for a key that is not there; nothing here ever stores an empty text.
    return value === '' ? undefined : value
  },
  set(key, value) {
    try {
      wx.setStorageSync(key, value)
    } catch {
      throw new StorageFull()
    }
  },
  remove: (key) => wx.removeStorageSync(key),
  share() {
    const { currentSize, limitSize } = wx.getStorageInfoSync()
    return currentSize / limitSize
  },
}
