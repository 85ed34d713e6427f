import { Module } from '@nestjs/common'
import { ChildrenModule } from '../children/children.module.ts'
import { ConsentsModule } from '../consents/consents.module.ts'
import { DuplicatesModule } from '../duplicates/duplicates.module.ts'
import { DutyModule } from '../duty/duty.module.ts'
import { EntriesModule } from '../entries/entries.module.ts'
import { ErasureRecordsModule } from '../erasure/erasure-records.module.ts'
import { FactsModule } from '../facts/facts.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { IntentsModule } from '../intents/intents.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { ProductsModule } from '../products/products.module.ts'
import { ProposalsModule } from '../proposals/proposals.module.ts'
import { ChangesRepository } from './changes.repository.ts'
import { ChangesService } from './changes.service.ts'
import { EntryChangesService } from './entry-changes.service.ts'
import { FactChangesService } from './fact-changes.service.ts'
import { FactShelfService } from './fact-shelf.service.ts'
import { IntentChangesService } from './intent-changes.service.ts'
import { OrderRepository } from './order.repository.ts'
import { PageService } from './page.service.ts'
import { SyncController } from './sync.controller.ts'
import { SyncService } from './sync.service.ts'

@Module({
  imports: [
    FamiliesModule,
    ConsentsModule,
    ErasureRecordsModule,
    ChildrenModule,
    ProductsModule,
    ProposalsModule,
    DutyModule,
    FactsModule,
    IntentsModule,
    DuplicatesModule,
    EntriesModule,
    NewsModule,
  ],
  controllers: [SyncController],
  providers: [
    ChangesRepository,
    ChangesService,
    EntryChangesService,
    IntentChangesService,
    FactChangesService,
    FactShelfService,
    OrderRepository,
    PageService,
    SyncService,
  ],
  exports: [PageService, FactChangesService, IntentChangesService],
})
export class SyncModule {}
