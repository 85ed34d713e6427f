import { Inject, Injectable } from '@nestjs/common'
import * as z from 'zod'
import type { ProblemCode } from '../../shared/contract/errors.ts'
import type { Env } from '../config/env.ts'
import { AppError } from '../platform/app-error.ts'
import type { Log } from '../platform/log.ts'
import { ENV, LOG } from '../platform/tokens.ts'

/** What code2Session answers; the session key that comes with it is not kept: nothing here decrypts what WeChat encrypts. */
const AnswerSchema = z.object({
  openid: z.string().min(1).max(128).optional(),
  errcode: z.int().optional(),
})

/** WeChat's own codes of code2Session that are about the caller; every other one is a fault of WeChat or of our settings. */
const REFUSALS: Readonly<Record<number, ProblemCode>> = {
  40029: 'wechat_code_refused', // invalid
  40163: 'wechat_code_refused', // used before
  40226: 'wechat_user_blocked',
}

/** The one thing asked of WeChat's server: who a code of wx.login belongs to. */
@Injectable()
export class WechatClient {
  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The openid behind a code; the code is spent by asking. */
  async openIdOf(code: string): Promise<string> {
    const { WECHAT_APP_ID, WECHAT_APP_SECRET } = this.env
    if (WECHAT_APP_ID === undefined || WECHAT_APP_SECRET === undefined)
      throw new AppError('unauthenticated', 'this server takes no codes: sign in through WeChat’s own gateway')
    const { openid, errcode = 0 } = await this.ask({
      appid: WECHAT_APP_ID,
      secret: WECHAT_APP_SECRET,
      js_code: code,
      grant_type: 'authorization_code',
    })
    const refusal = REFUSALS[errcode]
    if (refusal !== undefined) throw new AppError(refusal)
    if (errcode === 0 && openid !== undefined) return openid
    this.fail({ errcode })
  }

  /** Never through a redirect: the address holds the secret. */
  private async ask(query: Readonly<Record<string, string>>): Promise<z.output<typeof AnswerSchema>> {
    const url = new URL('/sns/jscode2session', this.env.WECHAT_API_URL)
    url.search = new URLSearchParams(query).toString()
    let answer: unknown
    try {
      const signal = AbortSignal.timeout(this.env.WECHAT_TIMEOUT_MS)
      const response = await fetch(url, { signal, redirect: 'error' })
      answer = JSON.parse(await response.text()) // WeChat calls its JSON text/plain
    } catch (error) {
      this.fail({ error: error instanceof Error ? error.name : 'unknown' })
    }
    const parsed = AnswerSchema.safeParse(answer)
    return parsed.success ? parsed.data : this.fail({ error: 'an answer of another shape' })
  }

  /** Of an error only its name is logged: its message may quote the address, and with it the secret. */
  private fail(what: { readonly errcode: number } | { readonly error: string }): never {
    this.log.warn(what, 'WeChat did not say who a code belongs to')
    throw new AppError('wechat_unavailable')
  }
}
