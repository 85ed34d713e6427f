import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { WechatVisitor } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { WechatLoginService } from './wechat-login.service.ts'

@Controller()
export class WechatController {
  constructor(private readonly login: WechatLoginService) {}

  @Endpoint('auth.wechat')
  signIn({ body }: Call<'auth.wechat'>, caller: WechatVisitor): Promise<Reply<'auth.wechat'>> {
    return this.login.signIn(caller, body.code)
  }
}
