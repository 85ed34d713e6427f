export const PEOPLE = ['mama', 'baba'] as const
export type Person = (typeof PEOPLE)[number]

const LOOPBACK = ['localhost', '127.0.0.1']

/**
 * Where one person's phone lives. Two names of one machine are two origins, so the phones share no storage and
 * can lose their network apart; on any other host `phone` keeps at least their storages apart.
 */
export function phoneAddress(person: Person, page: URL): string {
  const address = new URL('/phone.html', page)
  if (LOOPBACK.includes(page.hostname)) address.hostname = LOOPBACK[PEOPLE.indexOf(person)]!
  address.search = page.search
  address.searchParams.set('person', person)
  address.searchParams.set('phone', person)
  return address.href
}
