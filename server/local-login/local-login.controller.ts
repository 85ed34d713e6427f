import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { LocalLoginService } from './local-login.service.ts'

@Controller()
export class LocalLoginController {
  constructor(private readonly login: LocalLoginService) {}

  @Endpoint('auth.local')
  signIn({ body }: Call<'auth.local'>): Promise<Reply<'auth.local'>> {
    return this.login.signInOwner(body.secret, body.attemptId)
  }

  @Endpoint('auth.localJoin')
  join({ body }: Call<'auth.localJoin'>): Promise<Reply<'auth.localJoin'>> {
    return this.login.join(body)
  }
}
