/**
 * On the landing page one phone's address differs from the page around it. Browsers that block third-party
 * storage (private windows do) then deny that phone its own; under the other name of this machine, which is
 * the page's, it has one, kept apart by `?phone=`.
 * Returns that address, or undefined when there is nothing better than the present one.
 */
export function addressWithStorage(): string | undefined {
  const other = new URL(location.href)
  const twin = TWINS[other.hostname]
  if (storageIsOpen() || twin === undefined || window.parent === window) return undefined
  if (other.searchParams.has('moved')) return undefined
  other.hostname = twin
  other.searchParams.set('moved', '1')
  return other.href
}

function storageIsOpen(): boolean {
  try {
    window.localStorage.getItem('')
    return true
  } catch {
    return false
  }
}

const TWINS: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }
