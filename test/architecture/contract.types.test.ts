import 'reflect-metadata'
import type { Account, Member } from '../../server/access/caller.ts'
import { Endpoint } from '../../server/platform/endpoint.ts'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'

// Read by tsc: a line that should not compile and does is an error of its own.
class Handlers {
  @Endpoint('account.read')
  good(_: Call<'account.read'>, caller: Account): Promise<Reply<'account.read'>> {
    return Promise.resolve({ accountId: caller.accountId, families: [] })
  }

  @Endpoint('doses.check')
  withoutCaller({ body }: Call<'doses.check'>): Promise<Reply<'doses.check'>> {
    return Promise.reject(new Error(body.productId))
  }

  // @ts-expect-error a handler that takes the call of another route
  @Endpoint('family.sync')
  otherCall({ body }: Call<'demo.login'>): Promise<Reply<'family.sync'>> {
    return Promise.reject(new Error(body.person))
  }

  // @ts-expect-error a handler that answers something else
  @Endpoint('entries.list')
  otherReply(): Promise<{ entries: string[] }> {
    return Promise.resolve({ entries: [] })
  }

  // @ts-expect-error a route that names no family has no member to offer
  @Endpoint('account.read')
  otherCaller(_: Call<'account.read'>, caller: Member): Promise<Reply<'account.read'>> {
    return Promise.resolve({ accountId: caller.familyId, families: [] })
  }
}

// @ts-expect-error a route that is not in the contract
const toNowhere = (): unknown => Endpoint('account.nowhere')

describe('a handler whose types differ from the contract', () => {
  it('does not compile; one that fits is bound to its route', () => {
    const { value } = Object.getOwnPropertyDescriptor(Handlers.prototype, 'good')!
    expect(Reflect.getMetadata('path', value as object)).toBe('/api/v1/me')
    expect(toNowhere()).toBeInstanceOf(Function) // and throws where it is put on a handler
  })
})
