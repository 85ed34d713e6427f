import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { SyncService } from './sync.service.ts'

@Controller()
export class SyncController {
  constructor(private readonly synchroniser: SyncService) {}

  @Endpoint('family.sync')
  sync({ body }: Call<'family.sync'>, caller: Member): Promise<Reply<'family.sync'>> {
    return this.synchroniser.sync(caller, body)
  }
}
