/** How this phone can sign in: through WeChat, at a server of one's own by link or code, or as one of the demo family. */
export type SignInWay = 'wechat' | 'local' | 'demo'

/** Only a link that the server printed, or an invitation, leads in: no button can. */
export const isByLinkOnly = (ways: readonly SignInWay[]): boolean => ways.every((way) => way === 'local')
