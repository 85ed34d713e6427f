import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { SessionsService } from './sessions.service.ts'

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Endpoint('auth.refresh')
  refresh({ body }: Call<'auth.refresh'>): Promise<Reply<'auth.refresh'>> {
    return this.sessions.renew(body.refreshToken, body.attemptId)
  }

  @Endpoint('auth.signOut')
  async signOut({ body }: Call<'auth.signOut'>): Promise<Reply<'auth.signOut'>> {
    return { sessionsEnded: await this.sessions.end(body.refreshToken, body.everywhere) }
  }
}
