import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BODY_BYTES, REQUEST_ID_HEADER, routeOf, type RouteId } from '../../shared/contract/routes.ts'
import type { Env } from '../config/env.ts'
import { AppError } from './app-error.ts'
import { answerBrokenRequest } from './broken-request.ts'
import type { Patience } from './patience.ts'
import { sendProblem, toAppError } from './problem.ts'

/** Fastify under Nest: small bodies, strict JSON, and time limits for clients that send slowly. */
export function createHttpAdapter(env: Env, patience: Patience): FastifyAdapter {
  const adapter = new FastifyAdapter({
    skipMiddie: true, // there is no Nest middleware
    trustProxy: (_address: string, hop: number) => hop < env.TRUSTED_PROXIES,
    genReqId: (request: IncomingMessage) => requestId(request.headers),
    bodyLimit: BODY_BYTES,
    requestTimeout: patience.requestMs,
    connectionTimeout: patience.silenceMs,
    keepAliveTimeout: patience.keepAliveMs,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.checkMs,
      maxHeaderSize: 16 * 1024,
      requireHostHeader: false, // refused below, with a code
    },
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still arrives on an open connection is served: no request is dropped
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, patience.goodbyeMs),
    frameworkErrors: (error: FastifyError, _: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, toAppError(error)),
  })
  const fastify = adapter.getInstance<FastifyInstance>()
  refuseForNode(fastify)
  acceptJsonOnly(fastify)
  limitBodies(fastify)
  return adapter
}

/** What Node would refuse by itself, with an empty answer: no host is a problem like any other, a strange `Expect` is none. */
function refuseForNode(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isNameless = request.raw.httpVersion === '1.1' && request.headers.host === undefined
    done(isNameless ? new AppError('invalid_request', 'HTTP/1.1 names its host') : undefined)
  })
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response))
}

/** The caller's own id when it is fit for a log, else a new one. */
function requestId(headers: IncomingMessage['headers']): string {
  const given = headers[REQUEST_ID_HEADER]
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Bytes that are no UTF-8 are refused: decoded leniently, they would change what was written. */
function acceptJsonOnly(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error')
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const text = decode(bytes as Buffer)
    if (text === null) done(new AppError('invalid_request', 'the body is not valid UTF-8'))
    else void parseJson(request, text, done)
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const id = (route.config as { routeId?: RouteId } | undefined)?.routeId
    const bytes = id && routeOf(id).bodyBytes
    if (bytes !== undefined) route.bodyLimit = bytes
  })
}
