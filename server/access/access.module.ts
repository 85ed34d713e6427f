import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { NewsModule } from '../live/news.module.ts'
import { AccessGuard } from './access.guard.ts'
import { AccessService } from './access.service.ts'
import { GuessesRepository } from './guesses.repository.ts'
import { GuessLimit } from './guess-limit.service.ts'
import { MembershipRepository } from './membership.repository.ts'
import { SessionsController } from './sessions.controller.ts'
import { SessionsRepository } from './sessions.repository.ts'
import { SessionsService } from './sessions.service.ts'
import { TokenService } from './token.service.ts'

@Global()
@Module({
  imports: [NewsModule],
  controllers: [SessionsController],
  providers: [
    MembershipRepository,
    SessionsRepository,
    AccessService,
    TokenService,
    SessionsService,
    GuessesRepository,
    GuessLimit,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessService, TokenService, SessionsService],
})
export class AccessModule {}
