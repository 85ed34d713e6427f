import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeFamily } from '../../support/factories.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const NIGHT = path.join(ROOT, 'server/demo/demo-night.shouwen.json')

let database: TestDatabase
let app: TestApp
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  app = await startTestApp(database, { env: { DEMO: 'true' } })
  folder = mkdtempSync(path.join(tmpdir(), 'shouwen-import-'))
})
afterAll(async () => {
  await app.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const tool = (...args: string[]): Promise<{ code: number; out: string; problems: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: database.apiUrl }
    execFile(
      process.execPath,
      [path.join(ROOT, 'dist/node/server/cli/import.js'), ...args],
      { env },
      (error, out, problems) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, problems }),
    )
  })

const fileOf = (text: string): string => {
  const file = path.join(folder, 'file.shouwen.json')
  writeFileSync(file, text)
  return file
}

describe('npm run import', () => {
  it('brings a file into the one family there is, and says what it added and what was there', async () => {
    const known = await tool(NIGHT, '--relative')
    expect(known).toMatchObject({ code: 0, problems: '' })
    expect(known.out).toContain('added: 0 children, 0 weights, 0 conditions, 0 products, 0 entries')
    expect(known.out).toContain('already there: 1 children, 2 weights, 3 conditions, 3 products, 36 entries')
    const file = {
      format: 'shouwen/1',
      child: { name: '小二' },
      entries: [{ id: 'a', kind: 'note', at: '2026-01-15T22:10:00+08:00', text: 'x' }],
    }
    expect((await tool(fileOf(JSON.stringify(file)))).out).toContain(
      'added: 1 children, 0 weights, 0 conditions, 0 products, 1 entries',
    )
  })

  it('takes the family that is named, by id or by name, and asks when that is not one', async () => {
    const other = await makeFamily(app)
    expect((await tool(NIGHT, '--family', other.familyId)).out).toContain('36 entries')
    expect((await tool(NIGHT, '--family-name', '测试家庭')).out).toContain('added: 0 children')
    const nobody = await tool(NIGHT, '--family-name', '别人家')
    expect(nobody.code).toBe(2)
    expect(nobody.problems).toContain(other.familyId)
    await makeFamily(app)
    const which = await tool(NIGHT, '--family-name', '测试家庭')
    expect([which.code, which.out]).toEqual([2, ''])
    expect(which.problems).toContain('Which family?')
  })

  it.each([
    ['no file', () => [], 'usage:'],
    ['a file that is not there', () => [path.join(folder, 'nowhere.json')], 'cannot be read'],
    ['no JSON', () => [fileOf('{')], 'is not JSON'],
    ['another format', () => [fileOf('{"format":"other/1"}')], '/format'],
    [
      'a dose of a product that is not in it',
      () => [
        fileOf(
          '{"format":"shouwen/1","entries":[{"id":"a","kind":"dose","at":"2026-01-15T22:10:00+08:00","productId":"x","ml":5}]}',
        ),
      ],
      '/entries/0/productId',
    ],
    ['an unknown option', () => [NIGHT, '--all'], 'usage:'],
    ['a family that is none', () => [NIGHT, '--family', "x' or 1=1"], 'no such family'],
  ])('refuses with 2 and says why: %s', async (_, args, reason) => {
    const { code, out, problems } = await tool(...args())
    expect([code, out]).toEqual([2, ''])
    expect(problems).toContain(reason)
    expect(problems).not.toMatch(/\n\s+at /)
  })
})
