import { Module } from '@nestjs/common'
import { ChildrenModule } from '../children/children.module.ts'
import { EntriesModule } from '../entries/entries.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { ProductsModule } from '../products/products.module.ts'
import { ChangesRepository } from './changes.repository.ts'
import { ChangesService } from './changes.service.ts'
import { OrderRepository } from './order.repository.ts'
import { PageService } from './page.service.ts'
import { SyncController } from './sync.controller.ts'
import { SyncService } from './sync.service.ts'

@Module({
  imports: [FamiliesModule, ChildrenModule, ProductsModule, EntriesModule, NewsModule],
  controllers: [SyncController],
  providers: [ChangesRepository, ChangesService, OrderRepository, PageService, SyncService],
})
export class SyncModule {}
