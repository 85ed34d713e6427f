import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compilerFolder } from '../../../cloud/build/official/file-compilers.ts'
import { folderHash } from '../../../cloud/build/official/folder-hash.ts'
import { officialCheck } from '../../../cloud/build/official/official-check.ts'
import { buildMiniProgram } from '../../../cloud/build/wechat/build-mini-program.ts'
import { buildEnvironment } from '../../../cloud/build/wechat/environment.ts'
import { CopiedFixture } from './support/copied-fixture.ts'

describe('WeChat’s own compilers, offline', () => {
  let fixture: CopiedFixture
  let folder: string
  beforeEach(() => {
    fixture = new CopiedFixture()
    folder = mkdtempSync(path.join(tmpdir(), 'shouwen-official-'))
  })
  afterEach(() => {
    fixture.dispose()
    rmSync(folder, { recursive: true })
  })

  const check = async () => {
    const outDir = path.join(folder, 'built')
    await buildMiniProgram({ source: fixture.folder, outDir, environment: buildEnvironment({}, '1') })
    return officialCheck(outDir, path.join(folder, 'cache'))
  }

  it('pass a sound build, and know it again instead of compiling it twice', async () => {
    expect(await check()).toMatchObject({ complaints: [], cached: false })
    expect(await check()).toMatchObject({ complaints: [], cached: true })
  }, 120_000)

  it('complain about a broken template and stylesheet, by file, and the build is not known as sound', async () => {
    fixture.change('pages/form/form.wxml', '</form>', '</view>').change('pages/form/form.wxss', '}', '')
    const complaints = (await check()).complaints.join('\n')
    expect(complaints).toMatch(/wcc: pages\/form\/form\.wxml/)
    expect(complaints).toMatch(/wcsc: .*pages\/form\/form\.wxss/)
    expect(complaints).toMatch(/miniprogram-ci: /)
    expect(readdirSync(path.join(folder, 'cache'))).toEqual([])
  }, 120_000)

  it('exist for some machines only', () => {
    expect(compilerFolder('linux', 'x64')).toMatch(/miniprogram-compiler.bin.linux$/)
    expect(compilerFolder('darwin', 'arm64')).toMatch(/mac$/)
    expect(compilerFolder('linux', 'arm64')).toBeUndefined()
    expect(compilerFolder('freebsd', 'x64')).toBeUndefined()
  })
})

describe('the hash of a folder', () => {
  it('changes with a content, a name and what else it depends on, not with permissions', () => {
    const fixture = new CopiedFixture()
    const hash = (...also: string[]) => folderHash(fixture.folder, ...also)
    const before = hash('a@1')
    expect(hash('a@2')).not.toBe(before)
    chmodSync(path.join(fixture.folder, 'app.ts'), 0o600)
    expect(hash('a@1')).toBe(before)
    fixture.write('app.ts', 'App({})')
    const changed = hash('a@1')
    expect(changed).not.toBe(before)
    fixture.remove('app.ts').write('app2.ts', 'App({})')
    expect(new Set([before, changed, hash('a@1')]).size).toBe(3)
    fixture.dispose()
  })
})
