import { Module } from '@nestjs/common'
import { FamiliesModule } from '../families/families.module.ts'
import { FamilyApiModule } from '../families/family-api.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { SyncModule } from '../sync/sync.module.ts'
import { AccountErasureService } from './account-erasure.service.ts'
import { DueErasuresService } from './due-erasures.service.ts'
import { ErasureOutlookModule } from './erasure-outlook.module.ts'
import { ErasureRecordsModule } from './erasure-records.module.ts'
import { ErasureController } from './erasure.controller.ts'
import { ErasuresService } from './erasures.service.ts'

@Module({
  imports: [FamiliesModule, FamilyApiModule, SyncModule, NewsModule, ErasureRecordsModule, ErasureOutlookModule],
  controllers: [ErasureController],
  providers: [ErasuresService, AccountErasureService, DueErasuresService],
  exports: [DueErasuresService],
})
export class ErasureModule {}
