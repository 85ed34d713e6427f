import { Module } from '@nestjs/common'
import { FactRevisionsRepository } from './fact-revisions.repository.ts'
import { FactRevisionsService } from './fact-revisions.service.ts'

@Module({ providers: [FactRevisionsRepository, FactRevisionsService], exports: [FactRevisionsService] })
export class FactsModule {}
