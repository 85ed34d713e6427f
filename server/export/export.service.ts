import { Readable } from 'node:stream'
import { Inject, Injectable, StreamableFile } from '@nestjs/common'
import type { Member } from '../access/caller.ts'
import { AccessService } from '../access/access.service.ts'
import { ChildRecordsService } from '../entries/child-records.service.ts'
import { EntriesService } from '../entries/entries.service.ts'
import { FactRevisionsService } from '../facts/fact-revisions.service.ts'
import { AccessLogService } from '../families/access-log.service.ts'
import { FamiliesService } from '../families/families.service.ts'
import { FamilyDatabase, type FamilyScope } from '../database/family-database.ts'
import type { Clock } from '../platform/clock.ts'
import { stampOf } from '../platform/stamp.ts'
import { CLOCK } from '../platform/tokens.ts'
import { zipOf } from '../platform/zip.ts'
import { PageService } from '../sync/page.service.ts'
import { exportFiles, type FamilyExport } from './export-files.ts'

/** Everything a family has, to take along. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: FamilyDatabase,
    private readonly families: FamiliesService,
    private readonly access: AccessService,
    private readonly pages: PageService,
    private readonly records: ChildRecordsService,
    private readonly entries: EntriesService,
    private readonly facts: FactRevisionsService,
    private readonly log: AccessLogService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Read under the family's lock, so that it is of one moment, and sent after it: however slow the phone, it holds no
   * connection of the database.
   */
  async export(member: Member): Promise<StreamableFile> {
    const now = new Date(this.clock.now())
    const everything = await this.database.inFamily(member.familyId, (scope) => this.read(scope, member, now))
    const day = everything.exportedAt.slice(0, 10)
    return new StreamableFile(Readable.from(zipOf(exportFiles(everything), now)), {
      type: 'application/zip',
      disposition: `attachment; filename="shouwen-${day}.zip"`,
    })
  }

  private async read(scope: FamilyScope, member: Member, now: Date): Promise<FamilyExport> {
    await this.families.lock(scope, 0)
    await this.access.requireNow(scope, member, 'record.export')
    await this.log.record(scope, 'exported', { accountId: member.accountId })
    const records = await this.pages.everything(scope)
    const children = []
    for (const record of records) {
      const child = record.type === 'child' ? await this.records.read(scope, record.id) : null
      if (child !== null) children.push(child)
    }
    const history = { entries: await this.entries.history(scope), facts: await this.facts.history(scope) }
    const mayReadLog = await this.access.holds(scope, member, 'log.read')
    const accessLog = mayReadLog ? await this.log.all(scope) : null
    return { exportedAt: stampOf(now), records, children, history, accessLog }
  }
}
