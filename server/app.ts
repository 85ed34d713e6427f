import type { AddressInfo } from 'node:net'
import type { NestApplicationOptions } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { TokenService } from './access/token.service.ts'
import { AppModule } from './app.module.ts'
import type { Env } from './config/env.ts'
import { LocalLoginService } from './local-login/local-login.service.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { createHttpAdapter } from './platform/http-adapter.ts'
import { addHttpHooks } from './platform/http-hooks.ts'
import { createLog, type Log } from './platform/log.ts'
import { Metrics } from './platform/metrics.ts'
import { NestLog } from './platform/nest-log.ts'
import { DEFAULT_PATIENCE, type Patience } from './platform/patience.ts'

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock
  readonly log?: Log
  readonly patience?: Partial<Patience>
  /** Told of every route that is registered. */
  readonly onRoute?: (route: RouteOptions) => void
}

/** A server that is ready to listen; its database has been reached and its role found safe. */
export interface App {
  readonly nest: NestFastifyApplication
  readonly log: Log
  /** The port it got. */
  listen(): Promise<number>
  /** A link that signs in the owner, once; null where people sign in another way. */
  ownerLink(): Promise<string | null>
  /** Serves what is under way, says goodbye to live connections, and lets go of the database. */
  close(): Promise<void>
}

export async function createApp(env: Env, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? createLog(env.LOG_LEVEL)
  const patience = { ...DEFAULT_PATIENCE, ...overrides.patience }
  const adapter = createHttpAdapter(env, patience)
  const fastify = adapter.getInstance<FastifyInstance>()
  if (overrides.onRoute) fastify.addHook('onRoute', overrides.onRoute)

  const surroundings = { env, log, patience, clock: overrides.clock ?? systemClock }
  const options: Pick<NestApplicationOptions, 'logger' | 'bodyParser' | 'abortOnError'> = {
    logger: new NestLog(log),
    bodyParser: false, // the adapter's own, strict one
    abortOnError: false, // a failed start is ours to explain
  }
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.in(surroundings), adapter, options)
  await addHttpHooks(fastify, { env, log, metrics: nest.get(Metrics), tokens: nest.get(TokenService) })

  return {
    nest,
    log,
    close: () => nest.close(),
    ownerLink: () => nest.get(LocalLoginService, { strict: false }).makeOwnerLink(),
    listen: async () => {
      await nest.listen(env.PORT, env.HOST)
      return (nest.getHttpServer().address() as AddressInfo).port
    },
  }
}
