import { readMiniProgram } from '../../../cloud/build/project/read-mini-program.ts'
import { MiniProgramError } from '../../../cloud/build/project/problem.ts'
import { breakingProblems } from '../../preview/build/breaking-problems.ts'
import { compileTemplates } from '../../preview/build/templates.ts'
import { CopiedFixture } from './support/copied-fixture.ts'

const FIRST = 'pages/first/first.wxml'

describe('templates for the preview', () => {
  let fixture: CopiedFixture
  beforeEach(() => {
    fixture = new CopiedFixture()
  })
  afterEach(() => fixture.dispose())

  const problems = () => {
    const { program } = readMiniProgram(fixture.folder)
    try {
      compileTemplates(program.folder, [...program.units.values()])
    } catch (error) {
      if (error instanceof MiniProgramError) return error.problems
      throw error
    }
    return []
  }

  it('compile when they are sound', () => {
    expect(problems()).toEqual([])
  })

  const faults: [string, (fixture: CopiedFixture) => unknown, object][] = [
    ['a bad expression', (f) => f.change(FIRST, '{{rows}}', '{{rows.}}'), { file: FIRST, line: 8 }],
    [
      'an attribute that is none',
      (f) => f.change(FIRST, 'id="drawing"', 'wx:elif="{{1}}" wx:else id="drawing"'),
      { file: FIRST },
    ],
    ['a missing import', (f) => f.change(FIRST, 'row.wxml', 'rwo.wxml'), { file: 'templates/rwo.wxml' }],
    ['a missing script', (f) => f.change(FIRST, 'format.wxs', 'fromat.wxs'), { file: 'templates/fromat.wxs' }],
    [
      'what WXS and JavaScript understand differently',
      (f) => f.change('templates/format.wxs', 'return (value', 'if (value.constructor === "Number") return (value'),
      { rule: 'wxs', file: 'templates/format.wxs', line: 2 },
    ],
  ]
  it.each(faults)('fail the build on %s', (_name, spoil, problem) => {
    spoil(fixture)
    expect(problems()).toContainEqual(expect.objectContaining(problem))
  })

  it('may only use elements that the host stands in for', () => {
    fixture.change(FIRST, '<image ', '<map ')
    expect(breakingProblems(readMiniProgram(fixture.folder).program)).toEqual([
      expect.objectContaining({ rule: 'unknown-tag', file: FIRST, line: 17 }),
    ])
  })
})
