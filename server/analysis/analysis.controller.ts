import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { AnalysisService } from './analysis.service.ts'

@Controller()
export class AnalysisController {
  constructor(private readonly analyses: AnalysisService) {}

  @Endpoint('analysis.read')
  read(call: Call<'analysis.read'>): Promise<Reply<'analysis.read'>> {
    return this.analyses.read(call)
  }
}
