import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccessGuard } from './access.guard.ts'
import { AccessService } from './access.service.ts'
import { MembershipRepository } from './membership.repository.ts'
import { TokenService } from './token.service.ts'

@Global()
@Module({
  providers: [MembershipRepository, AccessService, TokenService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccessService, TokenService],
})
export class AccessModule {}
