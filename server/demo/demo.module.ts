import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { InterchangeModule } from '../interchange/interchange.module.ts'
import { DemoController } from './demo.controller.ts'
import { DemoService } from './demo.service.ts'

@Module({
  imports: [AccountsModule, FamiliesModule, InterchangeModule],
  controllers: [DemoController],
  providers: [DemoService],
})
export class DemoModule {}
