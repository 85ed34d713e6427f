/** Whether the app is before the person's eyes. */
export function onAppShown(listener: () => void): void {
  wx.onAppShow(listener)
}

export function onAppHidden(listener: () => void): void {
  wx.onAppHide(listener)
}
