import { Module } from '@nestjs/common'
import { EntriesModule } from '../entries/entries.module.ts'
import { AnalysisController } from './analysis.controller.ts'
import { AnalysisService } from './analysis.service.ts'

@Module({ imports: [EntriesModule], controllers: [AnalysisController], providers: [AnalysisService] })
export class AnalysisModule {}
