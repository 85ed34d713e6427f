import { Module } from '@nestjs/common'
import { ErasureRecordsService } from './erasure-records.service.ts'
import { ErasuresRepository } from './erasures.repository.ts'
import { TombstonesRepository } from './tombstones.repository.ts'
import { TombstonesService } from './tombstones.service.ts'

@Module({
  providers: [TombstonesRepository, TombstonesService, ErasuresRepository, ErasureRecordsService],
  exports: [TombstonesService, ErasureRecordsService, ErasuresRepository],
})
export class ErasureRecordsModule {}
