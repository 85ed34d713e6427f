import { Module } from '@nestjs/common'
import { DutyRepository } from './duty.repository.ts'
import { DutyService } from './duty.service.ts'

@Module({ providers: [DutyRepository, DutyService], exports: [DutyService] })
export class DutyModule {}
