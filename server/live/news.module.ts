import { Module } from '@nestjs/common'
import { NEWS_BUS } from './news-bus.service.ts'
import { PostgresNewsBus } from './postgres-news-bus.ts'

@Module({ providers: [{ provide: NEWS_BUS, useClass: PostgresNewsBus }], exports: [NEWS_BUS] })
export class NewsModule {}
