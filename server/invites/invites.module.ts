import { Module } from '@nestjs/common'
import { ConsentsModule } from '../consents/consents.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { InviteCodes } from './invite-codes.service.ts'
import { InvitesController } from './invites.controller.ts'
import { InvitesRepository } from './invites.repository.ts'
import { InvitesService } from './invites.service.ts'
import { JoiningService } from './joining.service.ts'

@Module({
  imports: [ConsentsModule, FamiliesModule, NewsModule],
  controllers: [InvitesController],
  providers: [InvitesRepository, InviteCodes, InvitesService, JoiningService],
  exports: [InviteCodes, JoiningService],
})
export class InvitesModule {}
