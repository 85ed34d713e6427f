// npm run test:faults: the fault tests at full length, on loopback only; it takes a while and ends by itself.
import { spawnSync } from 'node:child_process'

const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const { status } = spawnSync(
  process.execPath,
  [...node, '-c', 'test/jest.config.js', '--selectProjects', 'faults', '--runInBand', '--verbose'],
  { stdio: 'inherit', env: { ...process.env, FAULTS: 'full' } },
)
process.exitCode = status ?? 1
