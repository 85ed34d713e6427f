import { Module } from '@nestjs/common'
import { FamiliesRepository } from './families.repository.ts'
import { FamiliesService } from './families.service.ts'

@Module({ providers: [FamiliesRepository, FamiliesService], exports: [FamiliesService] })
export class FamiliesModule {}
