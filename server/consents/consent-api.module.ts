import { Module } from '@nestjs/common'
import { FamiliesModule } from '../families/families.module.ts'
import { NewsModule } from '../live/news.module.ts'
import { ConsentAnswersService } from './consent-answers.service.ts'
import { ConsentsController } from './consents.controller.ts'
import { ConsentsModule } from './consents.module.ts'

/** What members do about consent; what other features need to know of it stands in ConsentsModule. */
@Module({
  imports: [ConsentsModule, FamiliesModule, NewsModule],
  controllers: [ConsentsController],
  providers: [ConsentAnswersService],
})
export class ConsentApiModule {}
