import { Module } from '@nestjs/common'
import { EntriesModule } from '../entries/entries.module.ts'
import { DuplicatesRepository } from './duplicates.repository.ts'
import { DuplicatesService } from './duplicates.service.ts'

@Module({
  imports: [EntriesModule],
  providers: [DuplicatesRepository, DuplicatesService],
  exports: [DuplicatesService],
})
export class DuplicatesModule {}
