import { Global, Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core'
import type { Env } from '../config/env.ts'
import type { Clock } from './clock.ts'
import { DocsController } from './docs.controller.ts'
import { HealthController } from './health.controller.ts'
import type { Log } from './log.ts'
import { Metrics } from './metrics.ts'
import { DEFAULT_PATIENCE, type Patience } from './patience.ts'
import { ProblemFilter } from './problem.filter.ts'
import { ReplyCheck } from './reply-check.interceptor.ts'
import { Shortfalls } from './shortfalls.ts'
import { CLOCK, ENV, LOG, PATIENCE } from './tokens.ts'

export interface Surroundings {
  readonly env: Env
  readonly log: Log
  readonly clock: Clock
  readonly patience?: Patience
}

@Global()
@Module({})
export class PlatformModule {
  static around({ env, log, clock, patience = DEFAULT_PATIENCE }: Surroundings): DynamicModule {
    const values = [
      { provide: ENV, useValue: env },
      { provide: LOG, useValue: log },
      { provide: CLOCK, useValue: clock },
      { provide: PATIENCE, useValue: patience },
    ]
    const replyCheck = { provide: APP_INTERCEPTOR, useClass: ReplyCheck }
    return {
      module: PlatformModule,
      controllers: [HealthController, DocsController],
      providers: [
        ...values,
        Metrics,
        Shortfalls,
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...(env.NODE_ENV === 'production' ? [] : [replyCheck]),
      ],
      exports: [ENV, LOG, CLOCK, PATIENCE, Metrics, Shortfalls],
    }
  }
}
