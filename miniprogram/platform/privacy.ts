/** How a person answered WeChat when it asked for their word; null while it asks nothing. */
let asked: Resolve | null = null

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void

/** WeChat will not do what it was asked for before the person has agreed to its privacy contract: `open` leads them there. */
export function onPrivacyNeeded(open: () => void): void {
  if (!wx.canIUse('onNeedPrivacyAuthorization')) return
  wx.onNeedPrivacyAuthorization((resolve) => {
    // Whoever was asked before is answered: WeChat waits for each.
    asked?.({ event: 'disagree' })
    // WeChat's typings take the function for its argument.
    asked = resolve as unknown as Resolve
    open()
  })
}

/** Ends WeChat's question; `buttonId`: the button that was pressed to agree, null: they do not. */
export function answerPrivacy(buttonId: string | null): void {
  asked?.(buttonId === null ? { event: 'disagree' } : { event: 'agree', buttonId })
  asked = null
}

/** The name of WeChat's own contract of this app; '' where there is none. */
export function privacyContract(): Promise<string> {
  return new Promise((resolve) => {
    if (!wx.canIUse('getPrivacySetting')) {
      resolve('')
      return
    }
    wx.getPrivacySetting({
      success: ({ privacyContractName }) => resolve(privacyContractName),
      fail: () => resolve(''),
    })
  })
}

/** Shows it. */
export function openPrivacyContract(): void {
  wx.openPrivacyContract({ fail: () => undefined })
}
