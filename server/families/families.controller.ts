import { Controller } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import type { Account, Member } from '../access/caller.ts'
import { Endpoint } from '../platform/endpoint.ts'
import { AccessLogService } from './access-log.service.ts'
import { FoundingService } from './founding.service.ts'
import { MembersService } from './members.service.ts'

@Controller()
export class FamiliesController {
  constructor(
    private readonly founding: FoundingService,
    private readonly members: MembersService,
    private readonly log: AccessLogService,
  ) {}

  @Endpoint('families.create')
  create({ body }: Call<'families.create'>, caller: Account): Promise<Reply<'families.create'>> {
    return this.founding.found(caller, body)
  }

  @Endpoint('families.rename')
  async rename({ body }: Call<'families.rename'>, caller: Member): Promise<Reply<'families.rename'>> {
    await this.members.renameFamily(caller, body.name)
    return body
  }

  @Endpoint('families.leave')
  async leave({ params }: Call<'families.leave'>, caller: Member): Promise<Reply<'families.leave'>> {
    await this.members.leave(caller)
    return params
  }

  @Endpoint('families.handOver')
  async handOver({ body }: Call<'families.handOver'>, caller: Member): Promise<Reply<'families.handOver'>> {
    await this.members.handOver(caller, body.accountId)
    return this.members.list(caller)
  }

  @Endpoint('members.list')
  list(_: Call<'members.list'>, caller: Member): Promise<Reply<'members.list'>> {
    return this.members.list(caller)
  }

  @Endpoint('members.renameSelf')
  async renameSelf({ body }: Call<'members.renameSelf'>, caller: Member): Promise<Reply<'members.renameSelf'>> {
    await this.members.renameSelf(caller, body.memberName)
    return this.members.list(caller)
  }

  @Endpoint('members.setRole')
  async setRole({ body }: Call<'members.setRole'>, caller: Member): Promise<Reply<'members.setRole'>> {
    await this.members.setRole(caller, body.accountId, body.role)
    return this.members.list(caller)
  }

  @Endpoint('members.remove')
  async remove({ body }: Call<'members.remove'>, caller: Member): Promise<Reply<'members.remove'>> {
    await this.members.remove(caller, body.accountId)
    return this.members.list(caller)
  }

  @Endpoint('accessLog.list')
  accessLog({ query }: Call<'accessLog.list'>, caller: Member): Promise<Reply<'accessLog.list'>> {
    const before = query.before === undefined ? null : parseStamp(query.before)!.at
    return this.log.list(caller.familyId, before)
  }
}
