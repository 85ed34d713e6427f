import pg from 'pg'

export interface Listener {
  readonly onMessage: (payload: string) => void
  /** Listening again after a break: whatever was sent meanwhile is lost. */
  readonly onGap: () => void
  readonly onError: (error: Error) => void
}

const FIRST_DELAY_MS = 100
const LAST_DELAY_MS = 5_000

/**
 * LISTEN and NOTIFY of one channel on one connection of its own, which comes back by itself. NOTIFY runs outside every
 * transaction: inside one it would take a lock all writers of the cluster share.
 */
export class Notifications {
  private client: pg.Client | null = null
  private retry: NodeJS.Timeout | null = null
  private delay = FIRST_DELAY_MS
  private broke = false
  private closed = false

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly listener: Listener,
  ) {}

  get connected(): boolean {
    return this.client !== null
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'shouwen live',
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
      keepAlive: true,
    })
    let lost = false
    const lose = (error: Error): void => {
      if (lost) return
      lost = true
      void client.end().catch(() => undefined)
      this.lose(client, error)
    }
    client.on('error', lose)
    client.on('end', () => lose(new Error('the connection ended')))
    client.on('notification', ({ payload }) => this.listener.onMessage(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(this.channel)}`)
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (this.closed) return void client.end()
    this.client = client
    this.delay = FIRST_DELAY_MS
    if (this.broke) this.listener.onGap()
    this.broke = false
  }

  /** Sends the payloads in one statement; false when there is no connection to send them on. */
  async notify(payloads: readonly string[]): Promise<boolean> {
    if (!this.client) return false
    try {
      await this.client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [this.channel, payloads])
      return true
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.retry) clearTimeout(this.retry)
    const client = this.client
    this.client = null
    await client?.end().catch(() => undefined)
  }

  private lose(client: pg.Client, error: Error): void {
    if (this.client === client) this.client = null
    if (this.closed) return
    this.broke = true
    this.listener.onError(error)
    this.retry = setTimeout(() => void this.open(), this.delay)
    this.delay = Math.min(this.delay * 2, LAST_DELAY_MS)
  }
}
