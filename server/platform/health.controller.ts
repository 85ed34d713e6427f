import { createHash, timingSafeEqual } from 'node:crypto'
import { Controller, Header, Headers, Inject } from '@nestjs/common'
import type { Env } from '../config/env.ts'
import { DatabaseHealth } from '../database/database-health.ts'
import { AppError } from './app-error.ts'
import { Infrastructure } from './infrastructure.ts'
import { Metrics } from './metrics.ts'
import { ENV } from './tokens.ts'

@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly metrics: Metrics,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Infrastructure('/healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' }
  }

  @Infrastructure('/readyz')
  async ready(): Promise<{ status: 'ready' }> {
    const problem = await this.database.problem()
    if (problem !== null) throw new AppError('database_unavailable', problem)
    return { status: 'ready' }
  }

  @Infrastructure('/metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Headers('authorization') authorization?: string): Promise<string> {
    const token = this.env.METRICS_TOKEN
    if (token !== undefined && !equal(authorization ?? '', `Bearer ${token}`)) throw new AppError('unauthenticated')
    return this.metrics.registry.metrics()
  }
}

/** In constant time, whatever the lengths. */
const equal = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
