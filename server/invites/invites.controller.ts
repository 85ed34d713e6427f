import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import type { Account, Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { InvitesService } from './invites.service.ts'
import { JoiningService } from './joining.service.ts'

@Controller()
export class InvitesController {
  constructor(
    private readonly invites: InvitesService,
    private readonly joining: JoiningService,
  ) {}

  @Endpoint('invites.create')
  create({ body }: Call<'invites.create'>, caller: Member): Promise<Reply<'invites.create'>> {
    return this.invites.create(caller, body.role)
  }

  @Endpoint('invites.list')
  list(_: Call<'invites.list'>, caller: Member): Promise<Reply<'invites.list'>> {
    return this.invites.list(caller)
  }

  @Endpoint('invites.revoke')
  revoke({ body }: Call<'invites.revoke'>, caller: Member): Promise<Reply<'invites.revoke'>> {
    return this.invites.revoke(caller, body.inviteId)
  }

  @Endpoint('invites.preview')
  preview({ body }: Call<'invites.preview'>): Promise<Reply<'invites.preview'>> {
    return this.joining.preview(body.code)
  }

  @Endpoint('invites.accept')
  accept({ body }: Call<'invites.accept'>, { accountId }: Account): Promise<Reply<'invites.accept'>> {
    return this.joining.accept(body.code, { accountId, name: body.memberName, consentVersion: body.consentVersion })
  }
}
