import { asyncApi } from './async-api.ts'

/** wx.getRandomValues, from the browser's own generator. */
export const getRandomValues = asyncApi('getRandomValues', ({ length }: { length: number }) => {
  if (!Number.isInteger(length) || length < 1 || length > 1_048_576) throw new Error('parameter error: length')
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return { randomValues: bytes.buffer }
})
