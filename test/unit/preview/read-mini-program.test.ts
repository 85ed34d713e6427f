import { readMiniProgram } from '../../../cloud/build/project/read-mini-program.ts'
import { CopiedFixture, FIXTURE } from './support/copied-fixture.ts'

describe('reading a mini-program', () => {
  it('follows pages, packages and components, each with its package and what it uses', () => {
    const { program, problems } = readMiniProgram(FIXTURE)
    expect(problems).toEqual([])
    expect(program.pages).toEqual([
      'pages/first/first',
      'pages/form/form',
      'pages/detail/detail',
      'package-late/pages/late/late',
    ])
    expect(program.packageRoots).toEqual(['', 'package-late'])
    const heavy = program.units.get('package-late/components/heavy/heavy')
    expect(heavy).toMatchObject({ kind: 'component', packageRoot: 'package-late' })
    const first = program.units.get('pages/first/first')!
    expect(first).toMatchObject({ kind: 'page', packageRoot: '' })
    expect(Object.fromEntries(first.using)).toEqual({
      's-card': 'components/card/card',
      's-placeholder': 'components/placeholder/placeholder',
      's-heavy': 'package-late/components/heavy/heavy',
    })
  })

  const faults: [string, (fixture: CopiedFixture) => unknown, object][] = [
    [
      'a page without a template',
      (f) => f.remove('pages/form/form.wxml'),
      { rule: 'missing-file', file: 'pages/form/form.wxml' },
    ],
    [
      'a page without a script',
      (f) => f.remove('pages/form/form.ts'),
      { rule: 'missing-file', file: 'pages/form/form.ts' },
    ],
    [
      'a page without a json',
      (f) => f.remove('pages/form/form.json'),
      { rule: 'missing-file', file: 'pages/form/form.json' },
    ],
    ['a broken json', (f) => f.write('pages/form/form.json', '{'), { rule: 'bad-json', file: 'pages/form/form.json' }],
    ['no app.json at all', (f) => f.remove('app.json'), { rule: 'missing-file', file: 'app.json' }],
    [
      'a component that is not there',
      (f) => f.change('pages/first/first.json', '/package-late/components/heavy/heavy', '/package-late/heavy'),
      { rule: 'missing-component', file: 'pages/first/first.json' },
    ],
  ]
  it.each(faults)('tells of %s, once', (_name, spoil, problem) => {
    const fixture = new CopiedFixture()
    spoil(fixture)
    const { problems } = readMiniProgram(fixture.folder)
    fixture.dispose()
    expect(problems).toEqual([expect.objectContaining(problem)])
  })

  it('tells once of an app-wide component that every unit would miss', () => {
    const fixture = new CopiedFixture().change('app.json', '/components/card/card', '/components/crad/crad')
    const { problems } = readMiniProgram(fixture.folder)
    fixture.dispose()
    expect(problems).toEqual([expect.objectContaining({ rule: 'missing-component', file: 'app.json' })])
  })
})
