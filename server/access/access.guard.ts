import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { routeOf, type RouteId } from '../../shared/contract/routes.ts'
import { IdSchema } from '../../shared/contract/schemas/primitives.ts'
import type { Env } from '../config/env.ts'
import { AppError } from '../platform/app-error.ts'
import { ServedRoute } from '../platform/endpoint.ts'
import { IsInfrastructure } from '../platform/infrastructure.ts'
import { ENV } from '../platform/tokens.ts'
import { AccessService } from './access.service.ts'

/** Deny by default: a handler is reached only as the contract's `access` of its route says, or as listed infrastructure. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const id = this.reflector.get<RouteId | undefined>(ServedRoute.KEY, context.getHandler())
    if (id === undefined) {
      if (this.reflector.get<unknown>(IsInfrastructure.KEY, context.getHandler()) !== undefined) return true
      throw new AppError('not_found')
    }

    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { familyId?: string } }>>()
    const { access } = routeOf(id)
    if (access === 'demo') {
      if (!this.env.DEMO) throw new AppError('not_found')
      return true
    }
    if (request.account === null) throw new AppError('unauthenticated')
    request.caller =
      access === 'account'
        ? request.account
        : await this.access.require(request.account, familyOf(request.params), access.family)
    return true
  }
}

function familyOf({ familyId }: { familyId?: string }): string {
  const parsed = IdSchema.safeParse(familyId)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_request', undefined, [{ path: '/params/familyId', message: 'must be a UUID' }])
}
