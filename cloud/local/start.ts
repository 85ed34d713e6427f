// npm start: everything on this machine, one address.
import path from 'node:path'
import { RunningMark } from './running.ts'
import { shortPath } from './short-path.ts'
import { startStack, type Stack } from './stack.ts'

const OWNER_HELP = `  The link signs you in as the owner, once and within an hour; a restart prints another.
  Invite others on 家庭: they open the same address with #code= and their code in the place of #owner=….`

const dataDirectory = path.resolve(process.env.SHOUWEN_DATA ?? '.data')
const mark = new RunningMark(dataDirectory)
const holder = mark.holder()
if (holder) {
  console.error(
    `Shouwen is running here already${holder.address ? `: ${holder.address}` : ''} (process ${holder.pid}).`,
  )
  process.exit(1)
}
mark.write(null)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())

try {
  const stack = await startStack(dataDirectory, process.env)
  if (!stopping.signal.aborted) {
    announce(stack)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
  }
  await stack.stop()
  mark.remove()
  process.exit(0)
} catch (error) {
  mark.remove()
  console.error(isPlain(error) ? error.message : error)
  process.exit(1)
}

function announce({ address, ownerLink, place }: Stack): void {
  mark.write(address)
  console.log(`\n  守温 Shouwen  →  ${ownerLink ?? address}\n`)
  const log = shortPath(path.join(dataDirectory, 'api.log'))
  console.log(ownerLink === null ? '  Two phones of one family, side by side.' : OWNER_HELP)
  console.log(`  The record is in ${place}; the API's log in ${log}.`)
  console.log('  Ctrl-C stops everything.\n')
}

/** Faults of the surroundings say what to do in their message; a bug shows its stack. */
function isPlain(error: unknown): error is Error {
  const names = [
    'EnvError',
    'UnsafeRole',
    'DatabaseUnavailable',
    'DatabaseNotReady',
    'DatabaseRefused',
    'SettingRefused',
    'MiniProgramError',
  ]
  return error instanceof Error && names.includes(error.constructor.name)
}
