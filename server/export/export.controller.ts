import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { ExportService } from './export.service.ts'

@Controller()
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Endpoint('families.export')
  export(_: Call<'families.export'>, caller: Member): Promise<Reply<'families.export'>> {
    return this.exports.export(caller)
  }
}
