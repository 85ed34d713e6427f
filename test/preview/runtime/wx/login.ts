import { asyncApi } from './async-api.ts'

/** wx.login: a code that no server can exchange, because there is no WeChat behind it. Demo login is the way in. */
export function loginApi() {
  return {
    login: asyncApi('login', () => ({ code: `preview-${crypto.randomUUID()}` })),
    checkSession: asyncApi('checkSession', () => {
      throw new Error('no session in the preview')
    }),
  }
}
