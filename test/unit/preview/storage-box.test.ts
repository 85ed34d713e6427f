/** @jest-environment jsdom */
import './support/browser-globals.ts'
import { StorageBox } from '../../preview/runtime/wx/storage-box.ts'
import { storageApi } from '../../preview/runtime/wx/storage.ts'

/** A store as large as WeChat's, since jsdom's own ends at half of it. */
class LargeStore {
  readonly #items = new Map<string, string>()
  constructor() {
    return new Proxy(this, {
      ownKeys: () => [...this.#items.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    })
  }
  getItem = (key: string) => this.#items.get(key) ?? null
  setItem = (key: string, value: string) => void this.#items.set(key, value)
  removeItem = (key: string) => void this.#items.delete(key)
}

const megabyte = 1024 * 1024
/** A value that takes exactly so many bytes, `{"value":"…"}` included. */
const filling = (bytes: number) => 'x'.repeat(bytes - '{"value":""}'.length)

describe('WeChat’s storage', () => {
  let area: Storage
  let box: StorageBox
  beforeEach(() => {
    area = new LargeStore() as unknown as Storage
    box = new StorageBox(area, 'mama')
  })

  it.each([[{ a: [1, null, '守温'] }], ['text'], [0], [false], [null]])('gives back %j as it was', (value) => {
    box.set('key', value)
    expect(new StorageBox(area, 'mama').get('key')).toEqual(value)
  })

  it('keeps two phones on one origin apart', () => {
    const other = new StorageBox(area, 'baba')
    box.set('key', 1)
    other.set('key', 2)
    other.clear()
    expect(box.get('key')).toBe(1)
    expect(other.keys()).toEqual([])
  })

  it('holds one entry up to 1 MB, and refuses one byte more without losing what was there', () => {
    box.set('key', filling(megabyte))
    expect(() => box.set('key', filling(megabyte + 1))).toThrow('entry size limit reached')
    expect(box.get('key')).toHaveLength(megabyte - 12)
  })

  it('counts bytes, not letters', () => {
    expect(() => box.set('key', '温'.repeat(megabyte / 2))).toThrow('entry size limit reached')
  })

  it('holds 10 MB in all, replaced and removed entries not counted', () => {
    for (let i = 0; i < 9; i += 1) box.set(`k${i}`, filling(megabyte - 2))
    box.set('k9', filling(megabyte - 100))
    expect(() => box.set('ka', filling(200))).toThrow('exceed storage max size 10Mb')
    box.set('k9', filling(100))
    box.set('ka', filling(200))
    box.remove('k0')
    box.set('kb', filling(megabyte - 300))
    expect(box.size()).toBeLessThanOrEqual(10 * megabyte)
  })

  it('knows the size of what an earlier visit left', () => {
    box.set('key', 'value')
    const again = new StorageBox(area, 'mama')
    expect(again.size()).toBe(box.size())
    expect(again.size()).toBe('key'.length + '{"value":"value"}'.length)
  })
})

describe('wx.setStorage and its kin', () => {
  const api = storageApi(new StorageBox(localStorage, ''))
  beforeEach(() => localStorage.clear())

  it('says nothing of a missing key in the one way, and fails in the other', async () => {
    expect(api.getStorageSync('none')).toBe('')
    await expect(api.getStorage({ key: 'none' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' })
  })

  it('works with promises and with callbacks', async () => {
    await expect(api.setStorage({ key: 'a', data: 1 })).resolves.toEqual({ errMsg: 'setStorage:ok' })
    await expect(api.getStorage({ key: 'a' })).resolves.toEqual({ data: 1, errMsg: 'getStorage:ok' })
    const heard = await new Promise((resolve) => {
      const returned = api.getStorage({ key: 'a', success: resolve })
      expect(returned).toBeUndefined()
    })
    expect(heard).toEqual({ data: 1, errMsg: 'getStorage:ok' })
  })

  it('fails with WeChat’s words when full, in both ways', async () => {
    const data = 'x'.repeat(megabyte)
    expect(() => api.setStorageSync('a', data)).toThrow('setStorageSync:fail entry size limit reached')
    await expect(api.setStorage({ key: 'a', data })).rejects.toEqual({
      errMsg: 'setStorage:fail entry size limit reached',
    })
  })

  it('refuses a key that is none', () => {
    expect(() => api.setStorageSync('', 1)).toThrow('non-empty string')
  })

  it('tells keys and kilobytes', () => {
    api.setStorageSync('a', 'x'.repeat(2000))
    expect(api.getStorageInfoSync()).toEqual({ keys: ['a'], currentSize: 2, limitSize: 10_240 })
  })
})
