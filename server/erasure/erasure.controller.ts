import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Account, Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { AccountErasureService } from './account-erasure.service.ts'
import { ErasuresService } from './erasures.service.ts'

@Controller()
export class ErasureController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly accounts: AccountErasureService,
  ) {}

  @Endpoint('children.erase')
  child({ params }: Call<'children.erase'>, caller: Member): Promise<Reply<'children.erase'>> {
    return this.erasures.askForChild(caller, params.childId)
  }

  @Endpoint('families.erase')
  family(_: Call<'families.erase'>, caller: Member): Promise<Reply<'families.erase'>> {
    return this.erasures.askForFamily(caller)
  }

  @Endpoint('erasures.cancel')
  cancel({ body }: Call<'erasures.cancel'>, caller: Member): Promise<Reply<'erasures.cancel'>> {
    return this.erasures.cancel(caller, body.erasureId)
  }

  @Endpoint('account.erase')
  account({ body }: Call<'account.erase'>, caller: Account): Promise<Reply<'account.erase'>> {
    return this.accounts.ask(caller, body.eraseOwnedFamilies)
  }

  @Endpoint('account.cancelErasure')
  keepAccount(_: Call<'account.cancelErasure'>, caller: Account): Promise<Reply<'account.cancelErasure'>> {
    return this.accounts.cancel(caller)
  }
}
