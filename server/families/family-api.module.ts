import { Module } from '@nestjs/common'
import { ChildrenModule } from '../children/children.module.ts'
import { ConsentsModule } from '../consents/consents.module.ts'
import { DutyModule } from '../duty/duty.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { FamiliesController } from './families.controller.ts'
import { FamiliesModule } from './families.module.ts'
import { FoundingService } from './founding.service.ts'
import { MembersService } from './members.service.ts'

/** What people do with families; what other features need of one stands in FamiliesModule. */
@Module({
  imports: [FamiliesModule, ConsentsModule, ChildrenModule, DutyModule, NewsModule],
  controllers: [FamiliesController],
  providers: [FoundingService, MembersService],
  exports: [MembersService],
})
export class FamilyApiModule {}
