/** A short knock when something was saved; phones without a motor stay quiet. */
export function knock(): void {
  wx.vibrateShort({ type: 'light', fail: () => undefined })
}
