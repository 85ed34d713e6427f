import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = object | string

const SILENCE = 'silence'
const REDIRECT = 'redirect'

/** Answers code2Session as WeChat does, or as badly as it is told to. */
export class WechatStandIn {
  /** The queries it was asked with. */
  readonly asked: URLSearchParams[] = []
  private readonly openIds = new Map<string, string>()
  private next: Answer | null = null
  private server: Server | null = null

  static readonly APP = { id: 'wx1234567890abcdef', secret: 'the secret of the app on the stand-in' }

  /** The environment of a server that asks it. */
  async start(): Promise<Record<string, string>> {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://wechat.test')
      this.asked.push(url.searchParams)
      const answer = url.pathname === '/sns/jscode2session' ? this.answer(url.searchParams) : { errcode: 404 }
      if (answer === SILENCE) return
      if (answer === REDIRECT) response.writeHead(302, { location: '/sns/jscode2session' }).end()
      else
        response
          .writeHead(200, { 'content-type': 'text/plain' })
          .end(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve))
    return {
      WECHAT_APP_ID: WechatStandIn.APP.id,
      WECHAT_APP_SECRET: WechatStandIn.APP.secret,
      WECHAT_API_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      WECHAT_TIMEOUT_MS: '300',
    }
  }

  /** A code as wx.login gives it: it tells once who it belongs to. */
  codeOf(openId: string): string {
    const code = `code-${this.openIds.size + 1}-${openId}`
    this.openIds.set(code, openId)
    return code
  }

  /** The answer to the next question, whatever it is; `silence` is none at all, and `redirect` one elsewhere. */
  answerNext(answer: Answer): void {
    this.next = answer
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  private answer(query: URLSearchParams): Answer {
    const told = this.next
    this.next = null
    if (told !== null) return told
    if (query.get('appid') !== WechatStandIn.APP.id || query.get('secret') !== WechatStandIn.APP.secret)
      return { errcode: 40125, errmsg: 'invalid appsecret' }
    // A browser's phone makes its own codes, which name the person (`?wechat=`).
    const code = query.get('js_code') ?? ''
    const openid = this.openIds.get(code) ?? /^preview-(.+)-[\da-f]{8}-[\da-f-]{27}$/.exec(code)?.[1]
    if (openid === undefined) return { errcode: 40029, errmsg: 'invalid code' }
    this.openIds.delete(code)
    return { openid, session_key: 'a key that nobody keeps' }
  }
}
