export interface Question {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}

/** Asks in WeChat's own dialog; anything but the yes is a no. */
export function ask({ title, text, yes, no }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    wx.showModal({
      title,
      content: text,
      confirmText: yes,
      cancelText: no,
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    })
  })
}

/** Says one thing that has to be acknowledged. */
export function tell({ title, text, yes }: Omit<Question, 'no'>): Promise<void> {
  return new Promise((resolve) => {
    wx.showModal({ title, content: text, confirmText: yes, showCancel: false, complete: () => resolve() })
  })
}

/** A line of text, with what it was before; null when nothing was to change. */
export function askText({ title, text, yes, no }: Question): Promise<string | null> {
  return new Promise((resolve) => {
    wx.showModal({
      title,
      content: text,
      editable: true,
      confirmText: yes,
      cancelText: no,
      success: ({ confirm, content }) => resolve(confirm ? content : null),
      fail: () => resolve(null),
    })
  })
}

/** One of a few things to do; null when none was chosen. */
export function choose(texts: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    wx.showActionSheet({
      itemList: [...texts],
      success: ({ tapIndex }) => resolve(tapIndex),
      fail: () => resolve(null),
    })
  })
}
