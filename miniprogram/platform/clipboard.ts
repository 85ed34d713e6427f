/** Puts a text where any other app can paste it; false where the phone would not. WeChat itself says that it is copied. */
export function copyText(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.setClipboardData({ data: text, success: () => resolve(true), fail: () => resolve(false) })
  })
}
