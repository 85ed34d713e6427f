import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { FormerMember } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { ProposingService } from './proposing.service.ts'

@Controller()
export class ProposalsController {
  constructor(private readonly proposing: ProposingService) {}

  @Endpoint('proposals.create')
  create({ body }: Call<'proposals.create'>, caller: FormerMember): Promise<Reply<'proposals.create'>> {
    return this.proposing.propose(caller, body)
  }
}
