import type { Unit } from '../../../cloud/build/project/mini-program.ts'
import { type StyleScope, stylePrefix } from './styles/scope.ts'

/** How far a unit's stylesheet reaches: WeChat's styleIsolation. Pages share by default, components don't. */
export function unitScope(unit: Unit): StyleScope {
  const isolation = unit.config.styleIsolation ?? (unit.kind === 'page' ? 'shared' : 'isolated')
  const shared = isolation === 'shared' || isolation === 'page-shared'
  return { kind: unit.kind, path: unit.path, prefix: shared ? undefined : stylePrefix(unit.path) }
}
