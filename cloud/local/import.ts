// npm run import -- FILE …: the import tool on this machine's own database, running or not.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { compileServer } from './compile-server.ts'
import { DatabaseRefused, localDatabase } from './local-database.ts'
import { migrateDatabase } from './migrate-database.ts'
import { RunningMark } from './running.ts'

const dataDirectory = path.resolve(process.env.SHOUWEN_DATA ?? '.data')
try {
  await compileServer()
  const database = await localDatabase(dataDirectory, process.env)
  try {
    await migrateDatabase(database)
    const tool = path.resolve(import.meta.dirname, '../../dist/node/server/cli/import.js')
    const { status } = spawnSync(process.execPath, [tool, ...process.argv.slice(2)], {
      env: { ...process.env, DATABASE_URL: database.apiUrl },
      stdio: 'inherit',
    })
    process.exitCode = status ?? 1
  } finally {
    if (!new RunningMark(dataDirectory).holder()) database.stop()
  }
} catch (error) {
  console.error(error instanceof DatabaseRefused ? error.message : error)
  process.exitCode = 1
}
