import { readFile } from 'node:fs/promises'
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import type { Reply } from '../../shared/contract/endpoints.ts'
import { readInterchange } from '../../shared/contract/interchange.ts'
import { AccountsService } from '../accounts/accounts.service.ts'
import type { Env } from '../config/env.ts'
import { DatabaseHealth } from '../database/database-health.ts'
import { FamiliesService } from '../families/families.service.ts'
import { ImportService } from '../interchange/import.service.ts'
import { AppError } from '../platform/app-error.ts'
import type { Clock } from '../platform/clock.ts'
import { projectFile } from '../platform/project-file.ts'
import { CLOCK, ENV } from '../platform/tokens.ts'
import { DEMO_FAMILY, DEMO_MEMBERS, DEMO_PROVIDER, type DemoPerson } from './demo-family.ts'

const NIGHT = 'server/demo/demo-night.shouwen.json'

/** The family that everybody may try out, where the server runs with DEMO=true. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  constructor(
    private readonly accounts: AccountsService,
    private readonly families: FamiliesService,
    private readonly imports: ImportService,
    private readonly health: DatabaseHealth,
    @Inject(ENV) private readonly env: Env,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.env.DEMO) return
    await this.health.requireReady()
    await this.seed()
  }

  async login(person: DemoPerson): Promise<Reply<'demo.login'>> {
    const session = await this.accounts.signIn(DEMO_PROVIDER, person)
    if (session === null) throw new AppError('not_found')
    return session
  }

  /** The family and its night, last night's; done once, and never again whatever has become of them since. */
  private async seed(): Promise<void> {
    const now = this.clock.now()
    const accounts = DEMO_MEMBERS.map(({ accountId, person }) => ({
      id: accountId,
      provider: DEMO_PROVIDER,
      subject: person,
    }))
    await this.accounts.ensure(accounts, now)
    const members = DEMO_MEMBERS.map(({ accountId, name, role }) => ({ accountId, name, role }))
    await this.families.create(DEMO_FAMILY.id, DEMO_FAMILY.name, members, now)
    if ((await this.families.seqOf(DEMO_FAMILY.id)) !== DEMO_MEMBERS.length + 1) return // its record has begun
    const { file, problems } = readInterchange(JSON.parse(await readFile(projectFile(NIGHT), 'utf8')))
    if (file === null)
      throw new Error(`${NIGHT}: ${problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
    await this.imports.import(DEMO_FAMILY.id, file, true)
  }
}
