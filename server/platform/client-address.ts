import { isIPv6 } from 'node:net'

/**
 * Whom requests of those who are not signed in are counted for: one IPv4 address, or the 64 bits of an IPv6 address that a
 * single customer has all the others behind. An IPv4 address in IPv6's clothing is the IPv4 address.
 */
export function clientAddress(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(ip) ? `${networkOf(ip).join(':')}::/64` : ip
}

/** The first four of the eight groups. */
function networkOf(ip: string): string[] {
  const [head = '', tail] = ip.replace(/%.*/, '').split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...left, ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16))
}

/** An IPv4 address at the end stands for two. */
const groupsOf = (text: string): string[] =>
  text.split(':').flatMap((group) => (group === '' ? [] : group.includes('.') ? ['0', '0'] : [group]))
