import { Module } from '@nestjs/common'
import { ConsentsRepository } from './consents.repository.ts'
import { ConsentsService } from './consents.service.ts'

@Module({ providers: [ConsentsRepository, ConsentsService], exports: [ConsentsService] })
export class ConsentsModule {}
