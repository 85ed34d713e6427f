import type { HttpAnswer, SendRequest } from './ports.ts'

/** wx.request as a promise that always fulfils: every status is an answer, only the network can fail to give one. */
export const sendRequest: SendRequest = ({ method, url, headers, body, timeoutMs }) =>
  new Promise<HttpAnswer>((resolve) => {
    wx.request({
      method,
      url,
      header: { ...headers },
      timeout: timeoutMs,
      ...(body === undefined ? {} : { data: body as WechatMiniprogram.IAnyObject }),
      success: ({ statusCode, data }) => resolve({ kind: 'answer', status: statusCode, body: data }),
      fail: ({ errMsg }) => resolve({ kind: 'unanswered', reason: errMsg.includes('timeout') ? 'timeout' : 'network' }),
    })
  })
