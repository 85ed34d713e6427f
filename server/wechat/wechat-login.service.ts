import { Injectable } from '@nestjs/common'
import type { SignedIn } from '../../shared/contract/schemas/session.schema.ts'
import type { WechatVisitor } from '../access/caller.ts'
import { AccountsService } from '../accounts/accounts.service.ts'
import { WechatClient } from './wechat-client.service.ts'

const PROVIDER = 'wechat'

@Injectable()
export class WechatLoginService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly wechat: WechatClient,
  ) {}

  /** Where WeChat's own gateway has said who calls, the code is left alone. */
  async signIn({ openId }: WechatVisitor, code: string): Promise<SignedIn> {
    return this.accounts.enter(PROVIDER, openId ?? (await this.wechat.openIdOf(code)))
  }
}
