import { Get, HttpCode, Post, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { FastifyRequest } from 'fastify'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { API_PREFIX, routeOf, type RouteId } from '../../shared/contract/routes.ts'
import type { CallerOf } from '../access/caller.ts'
import { parseCall } from './parse-call.ts'

type Handler<Id extends RouteId> = (call: Call<Id>, caller: CallerOf<Id>) => Promise<Reply<Id>>

/** Which route of the contract a handler serves; the access guard reads it. */
export const ServedRoute = Reflector.createDecorator<RouteId>()

const ParsedCall = createParamDecorator((id: RouteId, context: ExecutionContext) =>
  parseCall(id, context.switchToHttp().getRequest<FastifyRequest>()),
)
const CurrentCaller = createParamDecorator(
  (_: undefined, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().caller,
)

/** Binds a handler to a route of the contract. One whose call, caller or reply is of another shape does not compile. */
export const Endpoint =
  <Id extends RouteId>(id: Id) =>
  <Method extends Handler<Id>>(controller: object, name: string, method: TypedPropertyDescriptor<Method>): void => {
    const route = routeOf(id)
    const path = nestPath(route.path)
    const verb = route.method === 'GET' ? Get : Post
    const decorators = [verb(path), HttpCode(200), ServedRoute(id), RouteConfig({ routeId: id })]
    for (const decorate of decorators) decorate(controller, name, method)
    ParsedCall(id)(controller, name, 0)
    CurrentCaller()(controller, name, 1)
  }

/** `/families/{familyId}` as the router writes it. */
export const nestPath = (path: string): string => API_PREFIX + path.replace(/\{(\w+)\}/g, ':$1')
