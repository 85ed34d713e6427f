import { Module } from '@nestjs/common'
import { FamiliesModule } from '../families/families.module.ts'
import { AccountErasuresRepository } from './account-erasures.repository.ts'
import { ErasureOutlookService } from './erasure-outlook.service.ts'
import { ErasureRecordsModule } from './erasure-records.module.ts'

@Module({
  imports: [FamiliesModule, ErasureRecordsModule],
  providers: [AccountErasuresRepository, ErasureOutlookService],
  exports: [AccountErasuresRepository, ErasureOutlookService],
})
export class ErasureOutlookModule {}
