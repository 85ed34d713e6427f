import { Module } from '@nestjs/common'
import { ConsentsModule } from '../consents/consents.module.ts'
import { AccessLogRepository } from './access-log.repository.ts'
import { AccessLogService } from './access-log.service.ts'
import { FamiliesRepository } from './families.repository.ts'
import { FamiliesService } from './families.service.ts'
import { VanishingService } from './vanishing.service.ts'

@Module({
  imports: [ConsentsModule],
  providers: [FamiliesRepository, FamiliesService, AccessLogRepository, AccessLogService, VanishingService],
  exports: [FamiliesRepository, FamiliesService, AccessLogService, VanishingService],
})
export class FamiliesModule {}
