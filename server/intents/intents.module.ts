import { Module } from '@nestjs/common'
import { IntentsRepository } from './intents.repository.ts'
import { IntentsService } from './intents.service.ts'

@Module({ providers: [IntentsRepository, IntentsService], exports: [IntentsService] })
export class IntentsModule {}
