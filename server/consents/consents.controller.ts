import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { ConsentAnswersService } from './consent-answers.service.ts'

@Controller()
export class ConsentsController {
  constructor(private readonly answers: ConsentAnswersService) {}

  @Endpoint('consents.list')
  list(_: Call<'consents.list'>, caller: Member): Promise<Reply<'consents.list'>> {
    return this.answers.list(caller)
  }

  @Endpoint('consents.give')
  give({ body }: Call<'consents.give'>, caller: Member): Promise<Reply<'consents.give'>> {
    return this.answers.answer(caller, 'guardian', body)
  }

  @Endpoint('consents.giveAi')
  giveAi({ body }: Call<'consents.giveAi'>, caller: Member): Promise<Reply<'consents.giveAi'>> {
    return this.answers.answer(caller, 'ai', body)
  }
}
