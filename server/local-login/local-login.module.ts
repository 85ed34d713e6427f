import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.ts'
import { InvitesModule } from '../invites/invites.module.ts'
import { LocalLoginController } from './local-login.controller.ts'
import { LocalLoginService } from './local-login.service.ts'
import { LoginLinksRepository } from './login-links.repository.ts'

@Module({
  imports: [AccountsModule, InvitesModule],
  controllers: [LocalLoginController],
  providers: [LoginLinksRepository, LocalLoginService],
})
export class LocalLoginModule {}
