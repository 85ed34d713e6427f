import { Controller, Headers, Inject } from '@nestjs/common'
import type { Env } from '../config/env.ts'
import { AppError } from '../platform/app-error.ts'
import { equalTexts } from '../platform/equal-texts.ts'
import { Infrastructure } from '../platform/infrastructure.ts'
import { ENV } from '../platform/tokens.ts'
import { JobsService, type Ticked } from './jobs.service.ts'

/** For a timer outside: an instance that was scaled away cannot look at a clock. */
@Controller()
export class TickController {
  constructor(
    private readonly jobs: JobsService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Infrastructure('/internal/tick')
  tick(@Headers('authorization') authorization?: string): Promise<Ticked> {
    const secret = this.env.INTERNAL_TICK_SECRET
    if (secret === undefined) throw new AppError('not_found')
    if (!equalTexts(authorization ?? '', `Bearer ${secret}`)) throw new AppError('unauthenticated')
    return this.jobs.tick()
  }
}
