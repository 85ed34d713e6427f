/** Opens a page above this one: `/package-more/pages/episode/episode?start=…`. */
export function openPage(url: string): void {
  void wx.navigateTo({ url })
}

/** One of the tabs; every page above it is closed. */
export function switchTab(url: string): void {
  void wx.switchTab({ url })
}

/** Another page in the place of this one. */
export function replacePage(url: string): void {
  void wx.redirectTo({ url })
}

/** Back to the page below. */
export function closePage(): void {
  void wx.navigateBack()
}

/** The texts of the tab bar and of the bar above, which no template can reach. */
export function setTabTexts(texts: readonly string[]): void {
  texts.forEach((text, index) => {
    wx.setTabBarItem({ index, text, fail: () => undefined })
  })
}

export function setTitle(title: string): void {
  void wx.setNavigationBarTitle({ title })
}
