import { Injectable } from '@nestjs/common'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
}

/** Figures for Prometheus: counts and durations per route, never a person. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()

  private readonly requests = new Histogram({
    name: 'shouwen_http_request_seconds',
    help: 'Time to answer, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  })

  private readonly changes = new Counter({
    name: 'shouwen_changes_total',
    help: 'Changes received by sync, by outcome',
    labelNames: ['outcome'],
    registers: [this.registry],
  })

  readonly liveConnections = new Gauge({
    name: 'shouwen_live_connections',
    help: 'Open live connections that have said hello',
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  request({ method, route, status }: Answered, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds)
  }

  change(outcome: string): void {
    this.changes.inc({ outcome })
  }
}
