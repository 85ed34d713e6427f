/** Opens the phone's own dialling screen with a number; the person still has to press call. */
export function callNumber(phoneNumber: string): void {
  // Turning back from the dialling screen is a failure to WeChat, and none to anybody else.
  wx.makePhoneCall({ phoneNumber, fail: () => undefined })
}
