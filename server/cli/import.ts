// Brings an interchange file into a family of the database; phones that are connected see it at once.
// Runs compiled: node dist/node/server/cli/import.js FILE …
import { randomBytes } from 'node:crypto'
import { Module, type INestApplicationContext, type NestApplicationOptions } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { IdSchema } from '../../shared/contract/schemas/primitives.ts'
import { STORABLE } from '../../shared/contract/interchange.ts'
import { AccessModule } from '../access/access.module.ts'
import { AccountsModule } from '../accounts/accounts.module.ts'
import { AccountsService } from '../accounts/accounts.service.ts'
import { readEnv, type Env } from '../config/env.ts'
import { DatabaseModule } from '../database/database.module.ts'
import { DEMO_FAMILY } from '../demo/demo-family.ts'
import { ImportService, type ImportReport } from '../interchange/import.service.ts'
import { InterchangeModule } from '../interchange/interchange.module.ts'
import { systemClock } from '../platform/clock.ts'
import { createLog } from '../platform/log.ts'
import { PlatformModule } from '../platform/platform.module.ts'
import { startFailure } from '../start-failure.ts'
import { readArguments } from './arguments.ts'
import { readInterchangeFile } from './interchange-file.ts'
import { BadInput, runTool } from './tool.ts'

@Module({})
class ImportTool {
  static in(env: Env) {
    const surroundings = { env, log: createLog('silent'), clock: systemClock }
    const imports = [
      PlatformModule.around(surroundings),
      DatabaseModule,
      AccessModule,
      AccountsModule,
      InterchangeModule,
    ]
    return { module: ImportTool, imports }
  }
}

await runTool('npm run import -- FILE [--family ID | --family-name NAME] [--relative]', async (args) => {
  const { file, options, flags } = readArguments(args, ['family', 'family-name'], ['relative'])
  const record = readInterchangeFile(file, STORABLE)
  const tool = await start()
  try {
    const familyId = await chooseFamily(tool.get(AccountsService), options.family, options['family-name'])
    return told(await tool.get(ImportService).import(familyId, record, flags.has('relative')))
  } finally {
    await tool.close()
  }
})

async function start(): Promise<INestApplicationContext> {
  try {
    // The tool signs nobody in, so a secret that lives as long as it does will do.
    const env = readEnv({ ...process.env, SESSION_SECRET: randomBytes(32).toString('hex'), DEMO: 'false' })
    const options: Pick<NestApplicationOptions, 'logger' | 'abortOnError'> = { logger: false, abortOnError: false }
    return await NestFactory.createApplicationContext(ImportTool.in(env), options)
  } catch (error) {
    const failure = startFailure(error)
    throw failure === null ? error : new BadInput([failure])
  }
}

/** The family that was named, else the only one there is, else the demo's. */
async function chooseFamily(accounts: AccountsService, id?: string, name?: string): Promise<string> {
  const families = await accounts.allFamilies()
  const list = families.map((family) => `  ${family.id}  ${family.name}`)
  const wanted = families.filter((family) =>
    id !== undefined ? family.id === IdSchema.safeParse(id).data : name === undefined || family.name === name,
  )
  const chosen = wanted.length === 1 ? wanted[0] : wanted.find((family) => family.id === DEMO_FAMILY.id)
  if (chosen) return chosen.id
  if (families.length === 0) throw new BadInput(['There is no family yet to import into.'])
  throw new BadInput([
    wanted.length === 0 ? 'There is no such family. There are:' : 'Which family? --family ID of:',
    ...list,
  ])
}

function told({ added, alreadyThere }: ImportReport): string {
  const counts = (report: ImportReport['added']): string =>
    Object.entries(report)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')
  return `added: ${counts(added)}\nalready there: ${counts(alreadyThere)}`
}
