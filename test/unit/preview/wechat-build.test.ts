import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesUnder } from '../../../cloud/build/project/source-files.ts'
import { buildMiniProgram } from '../../../cloud/build/wechat/build-mini-program.ts'
import { buildEnvironment } from '../../../cloud/build/wechat/environment.ts'
import { budgetProblems, packageSizes, sizeTable } from '../../../cloud/build/wechat/measure-packages.ts'
import { CopiedFixture } from './support/copied-fixture.ts'

/** A fixture inside a folder that also holds what it imports from outside. */
class Workspace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'shouwen-build-'))
  readonly fixture = new CopiedFixture()
  readonly out = path.join(this.folder, 'out')

  shared(file: string, text: string): string {
    const full = path.join(this.folder, 'shared', file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
    return full
  }

  build(variables: Record<string, string> = {}) {
    return buildMiniProgram({
      source: this.fixture.folder,
      outDir: this.out,
      environment: buildEnvironment(variables, '1.2.3'),
    })
  }

  text(file: string): string {
    return readFileSync(path.join(this.out, file), 'utf8')
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true })
    this.fixture.dispose()
  }
}

describe('the WeChat build', () => {
  let space: Workspace
  beforeEach(() => {
    space = new Workspace()
  })
  afterEach(() => space.dispose())

  /** Runs a built script as WeChat would: CommonJS, with Page and Component there. */
  const run = (file: string): Record<string, unknown>[] => {
    const defined: Record<string, unknown>[] = []
    const load = createRequire(path.join(space.out, file))
    const globals = globalThis as Record<string, unknown>
    for (const name of ['App', 'Page', 'Component', 'Behavior'])
      globals[name] = (definition: Record<string, unknown>) => {
        defined.push(definition)
        return definition
      }
    try {
      load(path.join(space.out, file))
    } finally {
      for (const name of ['App', 'Page', 'Component', 'Behavior']) Reflect.deleteProperty(globals, name)
    }
    return defined
  }

  it('keeps one script per source and copies the rest, without TypeScript and tool settings', async () => {
    await space.build()
    const files = filesUnder(space.out)
    expect(files).toEqual(
      expect.arrayContaining([
        'app.js',
        'app.json',
        'theme.json',
        'pages/first/first.js',
        'store/counter.js',
        'images/now.png',
      ]),
    )
    expect(files.filter((file) => /\.ts$|tsconfig/.test(file))).toEqual([])
    expect(space.text('pages/first/first.wxml')).toContain('<s-card')
  })

  it('writes scripts that run as CommonJS and share their modules', async () => {
    await space.build()
    const [first] = run('pages/first/first.js')
    const note = { data: { log: [] as string[] }, note: first!['note'] }
    ;(first!['onLoad'] as () => void).call(note)
    expect(note.data.log).toEqual(['load', 'count 1'])
    const [named, card] = run('components/card/card.js')
    expect(card!['behaviors']).toEqual([named])
  })

  it('puts the environment in place of SHOUWEN_ENV', async () => {
    space.fixture.change(
      'pages/detail/detail.ts',
      'Page({',
      'declare const SHOUWEN_ENV: { apiBase: string; version: string }\nPage({ env: SHOUWEN_ENV,',
    )
    await space.build({
      SHOUWEN_API_BASE: 'https://api.example.org/',
      SHOUWEN_DEMO_PERSON: 'mama',
      SHOUWEN_POLL_SECONDS: '5',
    })
    expect(run('pages/detail/detail.js')[0]!['env']).toEqual({
      apiBase: 'https://api.example.org',
      login: 'demo',
      demoPerson: 'mama',
      pollSeconds: 5,
      version: '1.2.3',
    })
  })

  it('bundles outside modules once per package, and never a second time beside the main one', async () => {
    const both = space.shared('both.ts', "export const both = 'BOTH'")
    const late = space.shared('late.ts', "export const late = 'LATE'")
    const from = (file: string, target: string) =>
      path.relative(path.dirname(path.join(space.fixture.folder, file)), target)
    const detail = 'pages/detail/detail.ts'
    const heavy = 'package-late/components/heavy/heavy.ts'
    space.fixture
      .change(detail, 'Page({', `import { both } from '${from(detail, both)}'\nPage({ both,`)
      .change(
        heavy,
        'Component({',
        `import { both } from '${from(heavy, both)}'\nimport { late } from '${from(heavy, late)}'\nComponent({ both, late,`,
      )
    await space.build()
    expect(space.text('vendor.js')).toContain('BOTH')
    expect(space.text('vendor.js')).not.toContain('LATE')
    expect(space.text('package-late/vendor.js')).toContain('LATE')
    expect(space.text('package-late/vendor.js')).not.toContain('BOTH')
    expect(run('pages/detail/detail.js')[0]).toMatchObject({ both: 'BOTH' })
    expect(run('package-late/components/heavy/heavy.js')[0]).toMatchObject({ both: 'BOTH', late: 'LATE' })
  })

  it('refuses a package from npm in two files, where it would be shipped twice', async () => {
    for (const file of ['pages/detail/detail.ts', 'pages/form/form.ts']) {
      const text = readFileSync(path.join(space.fixture.folder, file), 'utf8')
      space.fixture.write(file, `import 'echarts/core'\n${text}`)
    }
    await expect(space.build()).rejects.toThrow('already imported by')
  })

  it('builds nothing from a source with problems', async () => {
    space.fixture.remove('pages/form/form.wxml')
    await expect(space.build()).rejects.toThrow('pages/form/form.wxml file is missing')
  })

  it('counts every byte to the package it lies in', async () => {
    await space.build()
    const sizes = packageSizes(space.out)
    expect(sizes.map(({ root }) => root)).toEqual(['', 'package-late'])
    const late = filesUnder(path.join(space.out, 'package-late'))
    expect(sizes[1]!.files).toBe(late.length)
    expect(sizes[0]!.files + sizes[1]!.files).toBe(filesUnder(space.out).length)
  })
})

describe('the budget of the packages', () => {
  const size = (root: string, bytes: number) => ({ root, bytes, files: 1 })

  it.each([
    ['at both limits', [size('', 400_000), size('a', 1_200_000)], []],
    ['main too large', [size('', 400_001)], ['the main package']],
    ['all too large', [size('', 400_000), size('a', 1_200_001)], ['all packages']],
    ['both', [size('', 1_600_001)], ['the main package', 'all packages']],
  ])('%s', (_name, sizes, starts) => {
    const problems = budgetProblems(sizes)
    expect(problems).toHaveLength(starts.length)
    starts.forEach((start, index) => expect(problems[index]).toContain(start))
  })

  it('is shown as a table in kilobytes', () => {
    expect(sizeTable([size('', 123_456), size('package-chart', 600_000)])).toBe(
      [
        'main                    123.5 kB   of 400 kB',
        'package-chart           600.0 kB            ',
        'total                   723.5 kB  of 1600 kB',
      ].join('\n'),
    )
  })
})

describe('the environment of a WeChat build', () => {
  it('is empty but valid when nothing is set', () => {
    expect(buildEnvironment({}, '1')).toEqual({
      apiBase: '',
      login: 'wechat',
      demoPerson: null,
      pollSeconds: 30,
      version: '1',
    })
  })

  it('allows plain http on this machine only', () => {
    expect(buildEnvironment({ SHOUWEN_API_BASE: 'http://127.0.0.1:3000' }, '1').apiBase).toBe('http://127.0.0.1:3000')
    expect(() => buildEnvironment({ SHOUWEN_API_BASE: 'http://localhost.example.org' }, '1')).toThrow(
      'SHOUWEN_API_BASE',
    )
  })

  it('names every problem at once', () => {
    const bad = {
      SHOUWEN_API_BASE: 'http://api.example.org',
      SHOUWEN_DEMO_PERSON: 'nobody',
      SHOUWEN_POLL_SECONDS: '-1',
    }
    expect(() => buildEnvironment(bad, '1')).toThrow(
      /SHOUWEN_API_BASE[\s\S]*SHOUWEN_DEMO_PERSON[\s\S]*SHOUWEN_POLL_SECONDS/,
    )
  })
})
