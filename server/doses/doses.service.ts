import { Inject, Injectable } from '@nestjs/common'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { doseQuestion } from '../../shared/dosing/question.ts'
import type { Member } from '../access/caller.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { DoseGuardService } from '../entries/dose-guard.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'

@Injectable()
export class DosesService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly guard: DoseGuardService,
    private readonly families: FamiliesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  check({ params, body }: Call<'doses.check'>, { accountId }: Member): Promise<Reply<'doses.check'>> {
    return this.database.inFamily(params.familyId, async (scope) => {
      const question = doseQuestion(body)
      const check = await this.guard.ask(scope, params.childId, question, this.clock.now(), (intent) =>
        intent.accountId === accountId ? 'own' : 'other',
      )
      if (check === null) throw new AppError('not_found')
      const others = await this.families.othersWhoGive(scope, accountId)
      const phones = others.map(({ accountId: id, name, heardAt }) => ({
        accountId: id,
        name,
        heardAt: heardAt && stampOf(heardAt),
      }))
      return { ...check, phones }
    })
  }
}
