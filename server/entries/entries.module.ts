import { Module } from '@nestjs/common'
import { ChildrenModule } from '../children/children.module.ts'
import { IntentsModule } from '../intents/intents.module.ts'
import { ProductsModule } from '../products/products.module.ts'
import { ChildRecordsService } from './child-records.service.ts'
import { DoseGuardService } from './dose-guard.service.ts'
import { DoseRecheckService } from './dose-recheck.service.ts'
import { EntriesController } from './entries.controller.ts'
import { EntriesRepository } from './entries.repository.ts'
import { EntriesService } from './entries.service.ts'
import { EntryEraserService } from './entry-eraser.service.ts'
import { EntrySettlerService } from './entry-settler.service.ts'
import { EntryWriterService } from './entry-writer.service.ts'

@Module({
  imports: [ChildrenModule, ProductsModule, IntentsModule],
  controllers: [EntriesController],
  providers: [
    EntriesRepository,
    EntriesService,
    EntryWriterService,
    ChildRecordsService,
    DoseGuardService,
    DoseRecheckService,
    EntrySettlerService,
    EntryEraserService,
  ],
  exports: [
    EntryEraserService,
    EntriesService,
    EntryWriterService,
    EntrySettlerService,
    ChildRecordsService,
    DoseGuardService,
    DoseRecheckService,
  ],
})
export class EntriesModule {}
