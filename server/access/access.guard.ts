import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS } from '../../shared/contract/errors.ts'
import { isDoor, routeOf, type Door, type Route, type RouteId } from '../../shared/contract/routes.ts'
import { IdSchema } from '../../shared/contract/schemas/primitives.ts'
import type { Env } from '../config/env.ts'
import { AppError } from '../platform/app-error.ts'
import { clientAddress } from '../platform/client-address.ts'
import { ServedRoute } from '../platform/endpoint.ts'
import { IsInfrastructure } from '../platform/infrastructure.ts'
import { ENV } from '../platform/tokens.ts'
import { AccessService } from './access.service.ts'
import type { Caller } from './caller.ts'
import { isOpen } from './doors.ts'
import { GuessLimit } from './guess-limit.service.ts'
import { wechatVisitor } from './wechat-visitor.ts'

type FamilyRequest = FastifyRequest<{ Params: { familyId?: string } }>

/** Deny by default: a handler is reached only as the contract's `access` of its route says, or as listed infrastructure. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    private readonly guesses: GuessLimit,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const id = this.reflector.get<RouteId | undefined>(ServedRoute.KEY, context.getHandler())
    if (id === undefined) {
      if (this.reflector.get<unknown>(IsInfrastructure.KEY, context.getHandler()) !== undefined) return true
      throw new AppError('not_found')
    }

    const http = context.switchToHttp()
    const request = http.getRequest<FamilyRequest>()
    const route = routeOf(id)
    request.caller = await this.callerOf(request, route)
    if (route.guessed) await this.countGuess(request, http.getResponse<FastifyReply>())
    return true
  }

  private async callerOf(request: FamilyRequest, { access, whileErased }: Route): Promise<Caller> {
    if (isDoor(access)) return this.visitor(request, access)
    if (request.account === null) throw new AppError('unauthenticated')
    if (access === 'account') return this.access.requireSession(request.account, whileErased)
    if (access === 'former member') return this.access.requireFormer(request.account, familyOf(request.params))
    return this.access.require(request.account, familyOf(request.params), access.family)
  }

  private visitor(request: FamilyRequest, door: Door): Caller {
    if (!isOpen(door, this.env)) throw new AppError('not_found')
    return door === 'wechat' ? wechatVisitor(request.headers, this.env.TRUST_WX_HEADER) : null
  }

  private async countGuess({ account, ip }: FamilyRequest, reply: FastifyReply): Promise<void> {
    const giveBack = await this.guesses.take({ accountId: account?.accountId ?? null, address: clientAddress(ip) })
    reply.raw.once('close', () => {
      const answered = reply.raw.writableFinished // who hangs up before the answer has guessed all the same
      // One that is not given back counts for ten minutes.
      if (answered && !WRONG.includes(reply.statusCode)) void giveBack().catch(() => undefined)
    })
  }
}

/** How a guess is answered that was wrong. */
const WRONG: readonly number[] = [PROBLEMS.unauthenticated, PROBLEMS.not_found]

function familyOf({ familyId }: { familyId?: string }): string {
  const parsed = IdSchema.safeParse(familyId)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_request', undefined, [{ path: '/params/familyId', message: 'must be a UUID' }])
}
