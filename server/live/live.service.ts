import { Inject, Injectable } from '@nestjs/common'
import type { WebSocket } from 'ws'
import { LIVE_CLOSE } from '../../shared/contract/routes.ts'
import type { LiveHello } from '../../shared/contract/schemas/live.schema.ts'
import { AccessService } from '../access/access.service.ts'
import type { Account } from '../access/caller.ts'
import { TokenService } from '../access/token.service.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { FamiliesService } from '../families/families.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { Metrics } from '../platform/metrics.ts'
import type { Patience } from '../platform/patience.ts'
import { CLOCK, PATIENCE } from '../platform/tokens.ts'
import { LiveConnection } from './live-connection.ts'
import { LiveHub } from './live-hub.ts'
import { NEWS_BUS, type NewsBus } from './news-bus.service.ts'

const MAX_PER_ACCOUNT = 20
/** Close code of RFC 6455 for a server that cannot answer just now. */
const TRY_AGAIN_LATER = 1013

/** Tells phones that there is news of their families; what it is, they pull. */
@Injectable()
export class LiveService {
  private readonly hub = new LiveHub()
  private readonly connections = new Set<LiveConnection>()

  constructor(
    private readonly tokens: TokenService,
    private readonly access: AccessService,
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PATIENCE) private readonly patience: Patience,
    @Inject(NEWS_BUS) news: NewsBus,
  ) {
    news.subscribe({
      onNews: (one) => this.hub.deliver(one),
      onRecheck: (accountId) => void this.recheck(accountId),
      onGap: () => void this.repair(),
    })
  }

  accept(socket: WebSocket): void {
    const connection = new LiveConnection(socket, this.patience.helloMs, (from, hello) => this.welcome(from, hello))
    this.connections.add(connection)
    socket.on('close', () => {
      this.connections.delete(connection)
      this.hub.remove(connection)
      this.metrics.liveConnections.set(this.hub.size)
    })
  }

  beat(): void {
    for (const connection of this.connections) connection.beat()
  }

  /** Those that have not said who they are yet. */
  get strangers(): number {
    return this.connections.size - this.hub.size
  }

  closeAll(): void {
    for (const connection of this.connections) connection.close(LIVE_CLOSE.goingAway)
  }

  terminateAll(): void {
    for (const connection of this.connections) connection.terminate()
  }

  private async welcome(connection: LiveConnection, { token, families }: LiveHello): Promise<void> {
    const verified = await this.tokens.verify(token)
    const refusal = verified ? await this.refusal(connection, verified, families) : LIVE_CLOSE.unauthenticated
    if (!verified || refusal !== null) {
      connection.close(refusal ?? LIVE_CLOSE.unauthenticated)
      return
    }
    if (!this.connections.has(connection)) return // it has gone while we asked
    this.hub.subscribe(connection, families)
    this.metrics.liveConnections.set(this.hub.size)
    connection.admit(verified, verified.expiresAt - this.clock.now())
    await this.review(connection) // what ended while we asked had nobody to tell yet
  }

  /** What an account may hear has changed: each of its connections is asked about again. */
  private async recheck(accountId: string): Promise<void> {
    await Promise.all(this.of(accountId).map((connection) => this.review(connection)))
  }

  /** Closes a connection that may not go on. When nobody can tell, the phone connects anew and is asked about then. */
  private async review(connection: LiveConnection): Promise<void> {
    const { account } = connection
    const code = account && (await this.standing(account, this.hub.interestsOf(connection)))
    if (code !== null) connection.close(code)
  }

  private async refusal(
    connection: LiveConnection,
    account: Account,
    families: readonly string[],
  ): Promise<number | null> {
    const others = this.of(account.accountId).filter((other) => other !== connection)
    return others.length >= MAX_PER_ACCOUNT ? LIVE_CLOSE.tooMany : this.standing(account, families)
  }

  /** Why the account may not hear of these families; null when it may. */
  private async standing(account: Account, families: readonly string[]): Promise<number | null> {
    try {
      for (const familyId of families) await this.access.require(account, familyId, 'record.read')
      return null
    } catch (error) {
      if (!(error instanceof AppError)) return TRY_AGAIN_LATER
      return error.code === 'unauthenticated' ? LIVE_CLOSE.unauthenticated : LIVE_CLOSE.notFound
    }
  }

  private of(accountId: string): LiveConnection[] {
    return [...this.connections].filter(({ account }) => account?.accountId === accountId)
  }

  /** After a break nobody knows what was missed: every family that somebody listens to is looked at, and everybody too. */
  private async repair(): Promise<void> {
    for (const familyId of this.hub.families) {
      try {
        const { seq } = await this.database.inFamily(familyId, (scope) => this.families.head(scope))
        this.hub.deliver({ familyId, seq })
      } catch {
        return // the database is away again: the next connection repairs again
      }
    }
    for (const connection of this.connections) await this.review(connection)
  }
}
