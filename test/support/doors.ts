import { WechatStandIn } from './wechat-stand-in.ts'

/** The environment of a server with every way of signing in; nobody answers where it looks for WeChat. */
export const ALL_DOORS = {
  DEMO: 'true',
  WECHAT_APP_ID: WechatStandIn.APP.id,
  WECHAT_APP_SECRET: WechatStandIn.APP.secret,
  WECHAT_API_URL: 'http://127.0.0.1:9',
  TRUST_WX_HEADER: 'true',
  LOCAL_LOGIN: 'true',
  APP_URL: 'https://shouwen.example',
} as const
