import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Account } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { AccountsService } from './accounts.service.ts'

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Endpoint('account.read')
  read(_: Call<'account.read'>, caller: Account): Promise<Reply<'account.read'>> {
    return this.accounts.read(caller)
  }
}
