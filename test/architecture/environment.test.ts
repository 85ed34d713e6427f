import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '../../server/config/env.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

describe('the environment', () => {
  it('is read where a process begins, and nowhere else in the server', () => {
    const sources = readdirSync(path.join(ROOT, 'server'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const readers = sources.filter((file) =>
      readFileSync(path.join(ROOT, 'server', file), 'utf8').includes('process.env'),
    )
    expect(readers.sort()).toEqual([path.join('cli', 'database-env.ts'), path.join('cli', 'import.ts'), 'main.ts'])
  })

  it('is explained in .env.example, every variable and none that is not read', () => {
    const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8')
    const explained = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    const env = readEnv({
      DATABASE_URL: 'postgres://a/b',
      DATABASE_OWNER_URL: 'postgres://a/b',
      SESSION_SECRET: 'x'.repeat(32),
      INTERNAL_TICK_SECRET: 'x'.repeat(16),
      METRICS_TOKEN: 'x'.repeat(16),
      WECHAT_APP_ID: 'wx1234567890abcdef',
      WECHAT_APP_SECRET: 'x'.repeat(32),
      APP_URL: 'https://shouwen.example',
    })
    expect(explained.sort()).toEqual(Object.keys(env).sort())
  })
})
