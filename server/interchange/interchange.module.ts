import { Module } from '@nestjs/common'
import { ChildrenModule } from '../children/children.module.ts'
import { EntriesModule } from '../entries/entries.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { ProductsModule } from '../products/products.module.ts'
import { SyncModule } from '../sync/sync.module.ts'
import { ImportService } from './import.service.ts'

@Module({
  imports: [FamiliesModule, ChildrenModule, ProductsModule, EntriesModule, NewsModule, SyncModule],
  providers: [ImportService],
  exports: [ImportService],
})
export class InterchangeModule {}
