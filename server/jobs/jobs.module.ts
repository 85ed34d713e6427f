import { Module } from '@nestjs/common'
import { ErasureModule } from '../erasure/erasure.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { JobsService } from './jobs.service.ts'
import { RetentionRepository } from './retention.repository.ts'
import { RetentionService } from './retention.service.ts'
import { TickController } from './tick.controller.ts'

@Module({
  imports: [FamiliesModule, ErasureModule, NewsModule],
  controllers: [TickController],
  providers: [RetentionRepository, RetentionService, JobsService],
})
export class JobsModule {}
