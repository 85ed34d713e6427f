import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.ts'
import { WechatClient } from './wechat-client.service.ts'
import { WechatController } from './wechat.controller.ts'
import { WechatLoginService } from './wechat-login.service.ts'

@Module({ imports: [AccountsModule], controllers: [WechatController], providers: [WechatClient, WechatLoginService] })
export class WechatModule {}
