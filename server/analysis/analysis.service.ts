import { Inject, Injectable } from '@nestjs/common'
import { analyse } from '../../shared/analysis/analyse.ts'
import { analysisToJson } from '../../shared/analysis/analysis-to-json.ts'
import type { Call, Reply } from '../../shared/contract/endpoints.ts'
import { recordZone } from '../../shared/interchange/record-zone.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import { fixedZone } from '../../shared/time/zone.ts'
import { FamilyDatabase } from '../database/family-database.ts'
import { ChildRecordsService } from '../entries/child-records.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { CLOCK } from '../platform/tokens.ts'

@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly records: ChildRecordsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ params, query }: Call<'analysis.read'>): Promise<Reply<'analysis.read'>> {
    const now = query.now === undefined ? this.clock.now() : parseStamp(query.now)!.at
    const record = await this.database.inFamily(params.familyId, (scope) => this.records.read(scope, params.childId))
    if (record === null) throw new AppError('not_found')
    const zone = recordZone(record) ?? fixedZone(0, 'UTC')
    return analysisToJson(analyse(record, now, zone), zone)
  }
}
