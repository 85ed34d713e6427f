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
const RECHECK = 'recheck'

/** News over LISTEN and NOTIFY. What comes while the connection is away waits for it: only the latest of each family. */
@Injectable()
export class PostgresNewsBus implements NewsBus, OnModuleInit, OnApplicationShutdown {
  private readonly listeners: NewsListener[] = []
  private readonly notifications: Notifications
  private readonly waiting = new Map<string, number>()
  private readonly rechecks = new Set<string>()
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

  recheck(accountId: string): void {
    this.rechecks.add(accountId)
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
    if (this.waiting.size + this.rechecks.size === 0 || !this.notifications.connected) return
    const news = [...this.waiting]
    const rechecks = [...this.rechecks]
    this.waiting.clear()
    this.rechecks.clear()
    const sent = await this.notifications.notify([
      ...rechecks.map((accountId) => `${accountId}:${RECHECK}`),
      ...news.map(([familyId, seq]) => `${familyId}:${seq}`),
    ])
    if (sent) return
    for (const accountId of rechecks) this.rechecks.add(accountId)
    for (const [familyId, seq] of news) this.waiting.set(familyId, Math.max(seq, this.waiting.get(familyId) ?? 0))
  }

  private deliver(payload: string): void {
    const [, id, what] = /^([0-9a-f-]{36}):(\d{1,15}|recheck)$/.exec(payload) ?? []
    if (id === undefined) return // whoever reaches the database may send on this channel
    for (const listener of this.listeners)
      if (what === RECHECK) listener.onRecheck(id)
      else listener.onNews({ familyId: id, seq: Number(what) })
  }
}
