import type { FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { endpoints, type Call } from '../../shared/contract/endpoints.ts'
import type { RouteId } from '../../shared/contract/routes.ts'
import { pointer } from '../../shared/interchange/json-pointer.ts'
import { AppError, type Fault } from './app-error.ts'

const MAX_FAULTS = 20

/** The request as its contract has it; every fault of params, query and body at once otherwise. */
export function parseCall<Id extends RouteId>(
  id: Id,
  request: Pick<FastifyRequest, 'params' | 'query' | 'body'>,
): Call<Id> {
  const faults: Fault[] = []
  const parsed: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const result = endpoints[id][part].safeParse(request[part])
    if (result.success) parsed[part] = result.data
    else faults.push(...result.error.issues.flatMap((issue) => faultsOf(part, issue)))
  }
  if (faults.length === 0) return parsed as unknown as Call<Id>
  throw new AppError('invalid_request', undefined, faults.slice(0, MAX_FAULTS))
}

/** An unknown key is reported where it stands. */
function faultsOf(part: string, issue: z.core.$ZodIssue): Fault[] {
  const path = [part, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pointer([...path, key]), message: 'is not known here' }))
  return [{ path: pointer(path), message: issue.message }]
}
