import { lintMiniProgram } from '../../../cloud/build/lint/lint-mini-program.ts'
import { readMiniProgram } from '../../../cloud/build/project/read-mini-program.ts'
import { CopiedFixture } from './support/copied-fixture.ts'

const FIRST = 'pages/first/first.wxml'

interface Fault {
  rule: string
  spoil: (fixture: CopiedFixture) => unknown
  place: string
  says: string
}

const faults: Fault[] = [
  {
    rule: 'unknown-tag',
    spoil: (f) => f.change(FIRST, '<image ', '<imgae '),
    place: `${FIRST}:17`,
    says: '<imgae>',
  },
  {
    rule: 'unknown-tag',
    spoil: (f) => f.change('templates/row.wxml', '{{text}}', '{{text}}<row-end />'),
    place: 'templates/row.wxml:2',
    says: '<row-end>',
  },
  {
    rule: 'undefined-handler',
    spoil: (f) => f.change(FIRST, 'bindtap="onLate"', 'bindtap="onLaet"'),
    place: `${FIRST}:13`,
    says: 'onLaet',
  },
  {
    rule: 'undefined-handler',
    spoil: (f) => f.change(FIRST, 'catchtap="onCaught"', 'catch:tap="onCuaght"'),
    place: `${FIRST}:15`,
    says: 'onCuaght',
  },
  {
    rule: 'undefined-template',
    spoil: (f) => f.change(FIRST, 'is="row"', 'is="rwo"'),
    place: `${FIRST}:9`,
    says: 'rwo',
  },
  {
    rule: 'undefined-template',
    spoil: (f) => f.change(FIRST, 'format.wxs', 'fromat.wxs'),
    place: `${FIRST}:1`,
    says: 'fromat.wxs',
  },
  {
    rule: 'undefined-wxs',
    spoil: (f) => f.change(FIRST, 'format.tenths(tenths)', 'fromat.tenths(tenths)'),
    place: `${FIRST}:5`,
    says: 'fromat',
  },
  {
    rule: 'undefined-class',
    spoil: (f) => f.change(FIRST, 'class="value"', 'class="vlaue"'),
    place: `${FIRST}:5`,
    says: 'vlaue',
  },
  {
    rule: 'undefined-class',
    spoil: (f) => f.change(FIRST, 'class="value"', `class="value {{late ? 'nwo' : ''}}"`),
    place: `${FIRST}:5`,
    says: 'nwo',
  },
  {
    rule: 'undefined-class',
    spoil: (f) => f.change('components/card/card.wxml', 'class="title"', 'class="wide"'),
    place: 'components/card/card.wxml:1',
    says: 'wide',
  },
  {
    rule: 'unused-component',
    spoil: (f) =>
      f.change(
        'pages/detail/detail.json',
        '{',
        '{ "usingComponents": { "s-wait": "/components/placeholder/placeholder" },',
      ),
    place: 'pages/detail/detail.json',
    says: '<s-wait>',
  },
  {
    rule: 'missing-placeholder',
    spoil: (f) => f.change('pages/first/first.json', '"s-heavy": "s-placeholder"', ''),
    place: 'pages/first/first.json',
    says: '<s-heavy>',
  },
  {
    rule: 'missing-placeholder',
    spoil: (f) => f.change('pages/first/first.json', '"s-heavy": "s-placeholder"', '"s-heavy": "s-nothing"'),
    place: 'pages/first/first.json',
    says: '<s-nothing>',
  },
  {
    rule: 'missing-asset',
    spoil: (f) => f.change(FIRST, '../../images/now.svg', '../../images/nwo.svg'),
    place: `${FIRST}:17`,
    says: 'nwo.svg',
  },
  {
    rule: 'preload-rule',
    spoil: (f) => f.change('app.json', '"packages": ["late"]', '"packages": ["laet"]'),
    place: 'app.json',
    says: 'laet',
  },
  {
    rule: 'preload-rule',
    spoil: (f) => f.change('app.json', '{ "pages/form/form": {', '{ "pages/from/from": {'),
    place: 'app.json',
    says: 'pages/from/from',
  },
  {
    rule: 'tab-bar',
    spoil: (f) => f.remove('images/now-on.png'),
    place: 'app.json',
    says: 'now-on.png does not exist',
  },
  {
    rule: 'tab-bar',
    spoil: (f) => f.write('images/now-on.png', 'x'.repeat(40 * 1024 + 1)),
    place: 'app.json',
    says: 'over 40 kB',
  },
  {
    rule: 'tab-bar',
    spoil: (f) => f.change('app.json', 'images/now-on.png', 'images/now.svg'),
    place: 'app.json',
    says: 'png or jpg',
  },
  {
    rule: 'tab-bar',
    spoil: (f) => f.change('app.json', '"pagePath": "pages/form/form"', '"pagePath": "package-late/pages/late/late"'),
    place: 'app.json',
    says: 'main package',
  },
  {
    rule: 'tap-role',
    spoil: (f) => f.change('templates/row.wxml', 'aria-role="button" ', ''),
    place: 'templates/row.wxml:2',
    says: 'aria-role',
  },
  {
    rule: 'stray-colour',
    spoil: (f) => f.change('pages/form/form.wxss', 'height: 400rpx', 'color: #1f6670'),
    place: 'pages/form/form.wxss:2',
    says: '#1f6670',
  },
  {
    rule: 'stray-colour',
    spoil: (f) => f.change('pages/form/form.ts', "unit: ''", "unit: 'rgba(0, 0, 0, 0.5)'"),
    place: 'pages/form/form.ts:6',
    says: 'rgba(',
  },
  {
    rule: 'stray-pixel',
    spoil: (f) => f.change('pages/form/form.wxss', '400rpx', '200px'),
    place: 'pages/form/form.wxss:2',
    says: '200px',
  },
  {
    rule: 'local-url',
    spoil: (f) => f.change('pages/form/form.wxss', 'height: 400rpx', "background: url('/images/now.png')"),
    place: 'pages/form/form.wxss:2',
    says: 'data:',
  },
]

describe('the lint of the mini-program', () => {
  let fixture: CopiedFixture
  beforeEach(() => {
    fixture = new CopiedFixture()
  })
  afterEach(() => fixture.dispose())

  const lint = () => {
    const { program, problems } = readMiniProgram(fixture.folder)
    return [...problems, ...lintMiniProgram(program)]
  }

  it('finds nothing in sound source', () => {
    expect(lint()).toEqual([])
  })

  it.each(faults)('$rule: finds $says', ({ rule, spoil, place, says }) => {
    spoil(fixture)
    const problems = lint()
    const found = problems.map((each) => ({
      rule: each.rule,
      place: each.line ? `${each.file}:${each.line}` : each.file,
    }))
    expect(found).toContainEqual({ rule, place })
    expect(problems.find((each) => each.rule === rule)?.message).toContain(says)
  })

  it('lets a hairline, a media query and a comment have what it forbids elsewhere', () => {
    fixture.write(
      'pages/form/form.wxss',
      '/* 12px, #fff */\n@media (min-width: 600px) {\n  .scroll {\n    border-width: 1px;\n  }\n}\n',
    )
    expect(lint()).toEqual([])
  })

  it('does not take the strings of a comparison for class names', () => {
    fixture.change(FIRST, 'class="value"', `class="{{state === 'failed' ? 'value' : ''}}"`)
    expect(lint()).toEqual([])
  })

  it('knows the methods of a behavior as the component’s own', () => {
    fixture.change('components/card/card.wxml', 'bindtap="onPress"', 'bindtap="sayName"')
    expect(lint()).toEqual([])
  })

  it('takes a call inside a string for words', () => {
    fixture.change(FIRST, '{{format.tenths(tenths)}}', `{{'about(38)'}}`)
    expect(lint().filter((each) => each.rule === 'undefined-wxs')).toEqual([])
  })
})
