import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import type { Env } from '../config/env.ts'
import { Notifications } from '../database/notifications.ts'
import { describeError } from '../platform/describe-error.ts'
import type { Log } from '../platform/log.ts'
import { ENV, LOG } from '../platform/tokens.ts'
import type { News, NewsBus, NewsListener } from './news-bus.service.ts'

const CHANNEL = 'family_news'
/** News of one family within this time become one message. */
const COALESCE_MS = 20

/** News over LISTEN and NOTIFY. What comes while the connection is away waits for it: only the latest of each family. */
@Injectable()
export class PostgresNewsBus implements NewsBus, OnModuleInit, OnApplicationShutdown {
  private readonly listeners: NewsListener[] = []
  private readonly notifications: Notifications
  private readonly waiting = new Map<string, number>()
  private timer: NodeJS.Timeout | null = null

  constructor(@Inject(ENV) env: Env, @Inject(LOG) log: Log) {
    this.notifications = new Notifications(env.DATABASE_URL, CHANNEL, {
      onMessage: (payload) => this.deliver(payload),
      onGap: () => {
        for (const listener of this.listeners) listener.onGap()
        this.flushSoon()
      },
      onError: (error) => log.warn({ error: describeError(error) }, 'the connection for live news broke'),
    })
  }

  onModuleInit(): Promise<void> {
    return this.notifications.open()
  }

  publish({ familyId, seq }: News): void {
    this.waiting.set(familyId, Math.max(seq, this.waiting.get(familyId) ?? 0))
    this.flushSoon()
  }

  subscribe(listener: NewsListener): void {
    this.listeners.push(listener)
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    await this.flush()
    await this.notifications.close()
  }

  private flushSoon(): void {
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS)
  }

  private async flush(): Promise<void> {
    this.timer = null
    if (this.waiting.size === 0 || !this.notifications.connected) return
    const news = [...this.waiting]
    this.waiting.clear()
    const sent = await this.notifications.notify(news.map(([familyId, seq]) => `${familyId}:${seq}`))
    if (sent) return
    for (const [familyId, seq] of news) this.waiting.set(familyId, Math.max(seq, this.waiting.get(familyId) ?? 0))
  }

  private deliver(payload: string): void {
    const [, familyId, seq] = /^([0-9a-f-]{36}):(\d{1,15})$/.exec(payload) ?? []
    if (familyId === undefined) return // whoever reaches the database may send on this channel
    for (const listener of this.listeners) listener.onNews({ familyId, seq: Number(seq) })
  }
}
