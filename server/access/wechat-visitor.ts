import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '../platform/app-error.ts'
import type { WechatVisitor } from './caller.ts'

const OPEN_ID_HEADER = 'x-wx-openid'
const OPEN_ID = /^[\w-]{6,128}$/

/** What WeChat's own gateway says of who calls; nothing where the header could be anybody's. */
export function wechatVisitor(headers: IncomingHttpHeaders, trusted: boolean): WechatVisitor {
  const given = trusted ? headers[OPEN_ID_HEADER] : undefined
  if (given === undefined) return { openId: null }
  if (typeof given === 'string' && OPEN_ID.test(given)) return { openId: given }
  throw new AppError('invalid_request', undefined, [
    { path: `/headers/${OPEN_ID_HEADER}`, message: 'must be the openid of one user' },
  ])
}
