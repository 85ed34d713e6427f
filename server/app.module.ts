import { Module, type DynamicModule } from '@nestjs/common'
import { AccessModule } from './access/access.module.ts'
import { AccountsModule } from './accounts/accounts.module.ts'
import { AnalysisModule } from './analysis/analysis.module.ts'
import { ConsentApiModule } from './consents/consent-api.module.ts'
import { DatabaseModule } from './database/database.module.ts'
import { DemoModule } from './demo/demo.module.ts'
import { DosesModule } from './doses/doses.module.ts'
import { EntriesModule } from './entries/entries.module.ts'
import { ErasureModule } from './erasure/erasure.module.ts'
import { ExportModule } from './export/export.module.ts'
import { FamilyApiModule } from './families/family-api.module.ts'
import { InvitesModule } from './invites/invites.module.ts'
import { JobsModule } from './jobs/jobs.module.ts'
import { LiveModule } from './live/live.module.ts'
import { LocalLoginModule } from './local-login/local-login.module.ts'
import { PlatformModule, type Surroundings } from './platform/platform.module.ts'
import { ProposalsModule } from './proposals/proposals.module.ts'
import { SyncModule } from './sync/sync.module.ts'
import { WechatModule } from './wechat/wechat.module.ts'

@Module({})
export class AppModule {
  static in(surroundings: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.around(surroundings),
        DatabaseModule,
        AccessModule,
        AccountsModule,
        FamilyApiModule,
        ConsentApiModule,
        ErasureModule,
        ExportModule,
        InvitesModule,
        LocalLoginModule,
        WechatModule,
        EntriesModule,
        ProposalsModule,
        SyncModule,
        DosesModule,
        AnalysisModule,
        LiveModule,
        DemoModule,
        JobsModule,
      ],
    }
  }
}
