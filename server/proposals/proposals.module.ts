import { Module } from '@nestjs/common'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { ProposalsController } from './proposals.controller.ts'
import { ProposalsRepository } from './proposals.repository.ts'
import { ProposalsService } from './proposals.service.ts'
import { ProposingService } from './proposing.service.ts'

@Module({
  imports: [FamiliesModule, NewsModule],
  controllers: [ProposalsController],
  providers: [ProposalsRepository, ProposalsService, ProposingService],
  exports: [ProposalsService],
})
export class ProposalsModule {}
