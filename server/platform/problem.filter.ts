import { Catch, Inject, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS } from '../../shared/contract/errors.ts'
import { allowedMethods } from './allowed-methods.ts'
import { AppError } from './app-error.ts'
import { describeError } from './describe-error.ts'
import type { Log } from './log.ts'
import { sendProblem, toAppError } from './problem.ts'
import { LOG } from './tokens.ts'

/** Whatever is thrown anywhere leaves as a problem with a code. What nobody foresaw is logged, and says nothing outside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    const refusal = error instanceof NotFoundException ? unrouted(request, reply) : toAppError(error)
    if (PROBLEMS[refusal.code] >= 500)
      this.log.error({ error: describeError(error), code: refusal.code }, 'a request failed')
    sendProblem(reply, refusal)
  }
}

/** Only the router throws NotFoundException: there is no such path, or not with this method. */
function unrouted(request: FastifyRequest, reply: FastifyReply): AppError {
  const allowed = allowedMethods(request.url)
  if (allowed.length === 0) return new AppError('not_found')
  reply.header('allow', allowed.join(', '))
  return new AppError('method_not_allowed', `this path answers ${allowed.join(', ')}`)
}
