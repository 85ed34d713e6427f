import { VERSION_HEADER } from '../../shared/contract/routes.ts'
import { AppError } from './app-error.ts'

/** Throws `upgrade_required` for a client older than the oldest this server understands. One that names no version passes. */
export function refuseOldClient(given: string | string[] | undefined, minimum: string): void {
  if (given === undefined) return
  const version = typeof given === 'string' ? parse(given) : null
  if (version === null)
    throw new AppError('invalid_request', undefined, [
      { path: `/headers/${VERSION_HEADER}`, message: 'must be a version such as 1.4.2' },
    ])
  if (isOlder(version, parse(minimum)!))
    throw new AppError('upgrade_required', `the oldest version served is ${minimum}`)
}

type Version = readonly [number, number, number]

/** `1.4.2`, or `1.4.2-beta`, whose suffix does not count. */
function parse(text: string): Version | null {
  const match = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})(?:[-+][\w.-]{1,40})?$/.exec(text)
  return match && [Number(match[1]), Number(match[2]), Number(match[3])]
}

function isOlder(a: Version, b: Version): boolean {
  const part = [0, 1, 2].find((index) => a[index] !== b[index])
  return part !== undefined && a[part]! < b[part]!
}
