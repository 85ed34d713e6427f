import { Module } from '@nestjs/common'
import { ErasureOutlookModule } from '../erasure/erasure-outlook.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { AccountsController } from './accounts.controller.ts'
import { AccountsRepository } from './accounts.repository.ts'
import { AccountsService } from './accounts.service.ts'

@Module({
  imports: [FamiliesModule, ErasureOutlookModule],
  controllers: [AccountsController],
  providers: [AccountsRepository, AccountsService],
  exports: [AccountsService],
})
export class AccountsModule {}
