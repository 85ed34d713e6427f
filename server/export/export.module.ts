import { Module } from '@nestjs/common'
import { EntriesModule } from '../entries/entries.module.ts'
import { FactsModule } from '../facts/facts.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { SyncModule } from '../sync/sync.module.ts'
import { ExportController } from './export.controller.ts'
import { ExportService } from './export.service.ts'

@Module({
  imports: [FamiliesModule, EntriesModule, FactsModule, SyncModule],
  controllers: [ExportController],
  providers: [ExportService],
})
export class ExportModule {}
