import { Controller, Header, Headers, Inject } from '@nestjs/common'
import type { Env } from '../config/env.ts'
import { DatabaseHealth } from '../database/database-health.ts'
import { AppError } from './app-error.ts'
import { equalTexts } from './equal-texts.ts'
import { Infrastructure } from './infrastructure.ts'
import { Metrics } from './metrics.ts'
import { Shortfalls } from './shortfalls.ts'
import { ENV } from './tokens.ts'

@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly metrics: Metrics,
    private readonly shortfalls: Shortfalls,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Infrastructure('/healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' }
  }

  @Infrastructure('/readyz')
  async ready(): Promise<{ status: 'ready'; shortfalls: readonly string[] }> {
    const problem = await this.database.problem()
    if (problem !== null) throw new AppError('database_unavailable', problem)
    return { status: 'ready', shortfalls: this.shortfalls.now() }
  }

  @Infrastructure('/metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Headers('authorization') authorization?: string): Promise<string> {
    const token = this.env.METRICS_TOKEN
    if (token !== undefined && !equalTexts(authorization ?? '', `Bearer ${token}`))
      throw new AppError('unauthenticated')
    return this.metrics.registry.metrics()
  }
}
