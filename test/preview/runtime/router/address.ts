export interface Address {
  route: string
  query: Record<string, string>
}

/** Splits a page's url; a relative one is seen from the current page. Values stay encoded, as WeChat leaves them. */
export function parseAddress(url: string, currentRoute: string): Address {
  const [path = '', search = ''] = url.split('?', 2)
  const route = path.startsWith('/') ? path.slice(1) : resolve(currentRoute, path)
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter((each) => each !== '')) {
    const equals = pair.indexOf('=')
    if (equals < 0) query[pair] = ''
    else query[pair.slice(0, equals)] = pair.slice(equals + 1)
  }
  return { route, query }
}

/** The url again, with a leading slash. */
export function addressText({ route, query }: Address): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return `/${route}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

function resolve(currentRoute: string, path: string): string {
  const parts = currentRoute.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
