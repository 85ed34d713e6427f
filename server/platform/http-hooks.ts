import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { API_PREFIX, REQUEST_ID_HEADER, VERSION_HEADER } from '../../shared/contract/routes.ts'
import type { Account } from '../access/caller.ts'
import type { TokenService } from '../access/token.service.ts'
import type { Env } from '../config/env.ts'
import { AppError } from './app-error.ts'
import { clientAddress } from './client-address.ts'
import { refuseOldClient } from './client-version.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { withRequest } from './request-context.ts'

interface Parts {
  readonly env: Env
  readonly log: Log
  readonly metrics: Metrics
  readonly tokens: TokenService
}

/** What happens to every request, in this order, before its body is even read. */
export async function addHttpHooks(fastify: FastifyInstance, { env, log, metrics, tokens }: Parts): Promise<void> {
  fastify.decorateRequest('account', null)
  fastify.decorateRequest('caller', null)

  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id)
    withRequest(request.id, done)
  })
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route's pattern and never the URL: a query or a path may hold what nobody should log.
    const route = request.routeOptions.url ?? '(none)'
    const { method } = request
    const { statusCode: status, elapsedTime } = reply
    metrics.request({ method, route, status }, elapsedTime / 1000)
    log.info({ method, route, status, ms: Math.round(elapsedTime), account: request.account?.accountId }, 'request')
    done()
  })

  endConnectionsOnClose(fastify)

  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
  })
  await fastify.register(cors, {
    origin: [...env.ALLOWED_ORIGINS],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', VERSION_HEADER, REQUEST_ID_HEADER],
    exposedHeaders: [REQUEST_ID_HEADER, 'retry-after'],
    maxAge: 600,
    strictPreflight: false,
  })

  fastify.addHook('onRequest', async (request) => {
    if (!isOfApi(request)) return
    refuseOldClient(request.headers[VERSION_HEADER], env.MINIMUM_CLIENT_VERSION)
    request.account = await bearer(request.headers.authorization, tokens)
  })

  await fastify.register(rateLimit, {
    max: env.RATE_LIMIT_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ account, ip }) => account?.accountId ?? clientAddress(ip),
    allowList: (request) => !isOfApi(request),
    errorResponseBuilder: () => new AppError('too_many_requests'),
  })
}

/** By the route and not by what was written: a path may be written in many ways, with a letter as `%61`. */
const isOfApi = ({ routeOptions, url }: FastifyRequest): boolean =>
  (routeOptions.url ?? url).startsWith(`${API_PREFIX}/`)

/** A connection whose request was under way when the server began to stop would otherwise be kept alive, and the server with it. */
function endConnectionsOnClose(fastify: FastifyInstance): void {
  let closing = false
  fastify.addHook('preClose', (done) => {
    closing = true
    done()
  })
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close')
    done()
  })
}

async function bearer(header: string | undefined, tokens: TokenService): Promise<Account | null> {
  const token = /^Bearer ([\w.-]{1,2048})$/i.exec(header ?? '')?.[1]
  const verified = token === undefined ? null : await tokens.verify(token)
  return verified && { accountId: verified.accountId, sessionId: verified.sessionId }
}
