import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { WebSocketServer, type ServerOptions } from 'ws'
import { LIVE_PATH } from '../../shared/contract/routes.ts'
import type { Env } from '../config/env.ts'
import { answerBrokenRequest } from '../platform/broken-request.ts'
import { endWith } from '../platform/last-words.ts'
import type { Patience } from '../platform/patience.ts'
import { ENV, PATIENCE } from '../platform/tokens.ts'
import { LiveService } from './live.service.ts'

const MAX_FRAME_BYTES = 8 * 1024
const MAX_STRANGERS = 500
const FAREWELL_MS = 1_000

/** WebSockets on the API's own port, at one path. */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets: WebSocketServer
  private beating: NodeJS.Timeout | null = null
  private closing = false

  constructor(
    private readonly live: LiveService,
    private readonly host: HttpAdapterHost,
    @Inject(ENV) private readonly env: Env,
    @Inject(PATIENCE) private readonly patience: Patience,
  ) {
    const options: ServerOptions & { readonly closeTimeout: number } = {
      noServer: true,
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      closeTimeout: patience.goodbyeMs, // ws knows it, its types do not
    }
    this.sockets = new WebSocketServer(options)
  }

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
    const { goodbyeMs, beatMs } = this.patience
    this.sockets.on('wsClientError', (error: Error, socket: Socket) => answerBrokenRequest(error, socket, goodbyeMs))
    this.beating = setInterval(() => this.live.beat(), beatMs)
  }

  /** Phones are told to come back, and are given a moment to say goodbye. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true
    if (this.beating) clearInterval(this.beating)
    this.live.closeAll()
    for (let waited = 0; waited < FAREWELL_MS && this.sockets.clients.size > 0; waited += 20) await pause(20)
    this.live.terminateAll()
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.refusal(request)
    if (refusal !== null) {
      const answer = `HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`
      endWith(socket, answer, this.patience.goodbyeMs)
      return
    }
    this.sockets.handleUpgrade(request, socket, head, (client) => this.live.accept(client))
  }

  /** Phones send no Origin; a browser's page must be one of ours, although without a token it would hear nothing. */
  private refusal({ url, headers }: IncomingMessage): string | null {
    if ((url ?? '').split('?', 1)[0] !== LIVE_PATH) return '404 Not Found'
    if (headers.origin !== undefined && !this.env.ALLOWED_ORIGINS.includes(headers.origin)) return '403 Forbidden'
    return this.closing || this.live.strangers >= MAX_STRANGERS ? '503 Service Unavailable' : null
  }
}
