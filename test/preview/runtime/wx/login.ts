import { asyncApi } from './async-api.ts'

/**
 * wx.login: a code that only a stand-in for WeChat can exchange, for the person the address names. With nobody named there is
 * no WeChat, and no code.
 */
export function loginApi(openId: string) {
  return {
    login: asyncApi('login', () => {
      if (openId === '') throw new Error('no WeChat in the preview')
      return { code: `preview-${openId}-${crypto.randomUUID()}` }
    }),
    checkSession: asyncApi('checkSession', () => {
      throw new Error('no session in the preview')
    }),
  }
}
