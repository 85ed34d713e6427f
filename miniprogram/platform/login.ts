/** A code of wx.login, good once and for five minutes; null when WeChat gives none. */
export function loginCode(): Promise<string | null> {
  return new Promise((resolve) => {
    wx.login({ success: ({ code }) => resolve(code || null), fail: () => resolve(null) })
  })
}
