import { Module } from '@nestjs/common'
import { FamiliesModule } from '../families/families.module.ts'
import { LiveGateway } from './live.gateway.ts'
import { LiveService } from './live.service.ts'
import { NewsModule } from './news.module.ts'

@Module({ imports: [FamiliesModule, NewsModule], providers: [LiveService, LiveGateway] })
export class LiveModule {}
