import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { EntriesService } from './entries.service.ts'

@Controller()
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Endpoint('entries.list')
  list({ params, query }: Call<'entries.list'>): Promise<Reply<'entries.list'>> {
    return this.entries.list(params, query)
  }

  @Endpoint('entries.revisions')
  revisions({ params }: Call<'entries.revisions'>): Promise<Reply<'entries.revisions'>> {
    return this.entries.revisions(params)
  }
}
