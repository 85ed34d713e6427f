import { Module } from '@nestjs/common'
import { FactsModule } from '../facts/facts.module.ts'
import { ChildFactsService } from './child-facts.service.ts'
import { ChildrenRepository } from './children.repository.ts'
import { ChildrenService } from './children.service.ts'

@Module({
  imports: [FactsModule],
  providers: [ChildrenRepository, ChildrenService, ChildFactsService],
  exports: [ChildrenService, ChildFactsService],
})
export class ChildrenModule {}
