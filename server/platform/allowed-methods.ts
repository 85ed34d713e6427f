import { API_PREFIX, routes, type Route } from '../../shared/contract/routes.ts'
import { INFRASTRUCTURE, methodOf } from './infrastructure.ts'

const KNOWN: readonly { readonly pattern: RegExp; readonly method: string }[] = [
  ...Object.values<Route>(routes).map(({ path, method }) => ({ pattern: patternOf(API_PREFIX + path), method })),
  ...Object.keys(INFRASTRUCTURE).map((path) => ({ pattern: patternOf(path), method: methodOf(path) })),
]

/** The methods a path answers to; none when there is no such path. */
export function allowedMethods(url: string): string[] {
  const path = url.split('?', 1)[0]!
  const methods = KNOWN.filter(({ pattern }) => pattern.test(path)).flatMap(({ method }) =>
    method === 'GET' ? ['GET', 'HEAD'] : [method],
  )
  return [...new Set(methods)]
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.]/g, '\\.').replace(/\{\w+\}|:\w+/g, '[^/]+')
  return new RegExp(`^${source}$`)
}
