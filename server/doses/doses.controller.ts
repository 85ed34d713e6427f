import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { DosesService } from './doses.service.ts'

@Controller()
export class DosesController {
  constructor(private readonly doses: DosesService) {}

  @Endpoint('doses.check')
  check(call: Call<'doses.check'>, caller: Member): Promise<Reply<'doses.check'>> {
    return this.doses.check(call, caller)
  }
}
