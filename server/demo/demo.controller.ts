import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { DemoService } from './demo.service.ts'

@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Endpoint('demo.login')
  login({ body }: Call<'demo.login'>): Promise<Reply<'demo.login'>> {
    return this.demo.login(body.person)
  }
}
