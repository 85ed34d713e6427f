/** How this phone can sign in: through WeChat, at a server of one's own by link or code, or as one of the demo family. */
export type SignInWay = 'wechat' | 'local' | 'demo'
