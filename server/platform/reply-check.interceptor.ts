import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { map, type Observable } from 'rxjs'
import { endpoints } from '../../shared/contract/endpoints.ts'
import type { RouteId } from '../../shared/contract/routes.ts'
import { ServedRoute } from './endpoint.ts'

/** Outside production every answer is held against the contract too: a server that breaks its word fails loudly, at home. */
@Injectable()
export class ReplyCheck implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const id = this.reflector.get<RouteId | undefined>(ServedRoute.KEY, context.getHandler())
    if (id === undefined) return next.handle()
    return next.handle().pipe(
      map((reply: unknown) => {
        const result = endpoints[id].response.safeParse(reply)
        if (result.success) return reply
        const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
        throw new Error(`${id} answers outside its contract: ${faults.join('; ')}`)
      }),
    )
  }
}
