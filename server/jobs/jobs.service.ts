import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import type { Env } from '../config/env.ts'
import { DueErasuresService } from '../erasure/due-erasures.service.ts'
import { AppError } from '../platform/app-error.ts'
import { describeError } from '../platform/describe-error.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { Shortfalls } from '../platform/shortfalls.ts'
import { CLOCK, ENV, LOG } from '../platform/tokens.ts'
import { JobQueue } from './job-queue.ts'
import { RetentionService } from './retention.service.ts'

/** What is to be done, and how often. */
const JOBS = ['purge', 'upkeep', 'erase'] as const
type Job = (typeof JOBS)[number]
const SCHEDULE: Readonly<Record<Job, string>> = { purge: '17 * * * *', upkeep: '*/10 * * * *', erase: '*/10 * * * *' }

const AGAIN_MS = 15_000
/** An error this long ago is over. */
const RECENT_MS = 60_000

export type Ticked = Readonly<Record<Job, 'done' | 'in other hands'>>

/**
 * Due work, done by any instance: by itself where it lives on, or when somebody outside says that it is time. The record is
 * served with or without it.
 */
@Injectable()
export class JobsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work: Readonly<Record<Job, () => Promise<void>>>
  private queue: Promise<JobQueue> | null = null
  private again: NodeJS.Timeout | null = null
  private failedAt: number | null = null
  private closed = false

  constructor(
    retention: RetentionService,
    erasures: DueErasuresService,
    shortfalls: Shortfalls,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.work = {
      purge: () => retention.purge(),
      upkeep: () => retention.upkeep(),
      erase: () => erasures.runDueErasures(clock.now()),
    }
    shortfalls.watch(() => (this.isFailing() ? 'jobs are not worked' : null))
  }

  onApplicationBootstrap(): void {
    if (this.env.JOBS) void this.begin()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true
    if (this.again) clearTimeout(this.again)
    await (await this.queue?.catch(() => null))?.close()
  }

  /** Does now what is due, once, however many ask at the same time. */
  async tick(): Promise<Ticked> {
    const queue = await this.open().catch((error: unknown) => {
      this.note(error)
      throw new AppError('database_unavailable', 'the job queue is not there')
    })
    const ticked: Partial<Record<Job, Ticked[Job]>> = {}
    for (const job of JOBS) ticked[job] = (await queue.workOne(job, this.work[job])) ? 'done' : 'in other hands'
    return ticked as Ticked
  }

  /** Tries until the queue is there. */
  private async begin(): Promise<void> {
    try {
      const queue = await this.open()
      for (const job of JOBS) await queue.work(job, SCHEDULE[job], this.work[job])
      this.failedAt = null
    } catch (error) {
      this.note(error)
      if (!this.closed) this.again = setTimeout(() => void this.begin(), AGAIN_MS)
    }
  }

  private open(): Promise<JobQueue> {
    return (this.queue ??= this.openNew().catch((error: unknown) => {
      this.queue = null
      throw error
    }))
  }

  private async openNew(): Promise<JobQueue> {
    const { DATABASE_URL: url, JOBS: watches } = this.env
    const queue = new JobQueue({ url, watches, onError: (error) => this.note(error) })
    try {
      await queue.open(JOBS)
      return queue
    } catch (error) {
      await queue.close().catch(() => undefined)
      throw error
    }
  }

  private note(error: unknown): void {
    if (!this.isFailing()) this.log.warn({ error: describeError(error) }, 'jobs are not worked')
    this.failedAt = Date.now()
  }

  private isFailing(): boolean {
    return this.failedAt !== null && Date.now() - this.failedAt < RECENT_MS
  }
}
