import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MiniProgramError } from '../../../cloud/build/project/problem.ts'
import { compileWxss } from '../../preview/build/styles/compile-wxss.ts'
import type { StyleScope } from '../../preview/build/styles/scope.ts'

const page: StyleScope = { kind: 'page', path: 'pages/now/now' }
const card: StyleScope = { kind: 'component', path: 'components/card/card', prefix: 'components_card_card' }

describe('WXSS in a browser', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'shouwen-wxss-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const compile = (wxss: string, scope: StyleScope = { kind: 'app' }): string => {
    writeFileSync(path.join(folder, 'a.wxss'), wxss)
    return compileWxss(folder, 'a.wxss', scope).replace(/\s+/g, ' ').trim()
  }
  const problemOf = (wxss: string, scope?: StyleScope) => {
    try {
      compile(wxss, scope)
    } catch (error) {
      if (error instanceof MiniProgramError) return error.problems[0]
      throw error
    }
    return undefined
  }

  it.each([
    ['width: 750rpx', 'width: calc(750 * var(--rpx))'],
    ['margin: -.5rpx 12.5rpx', 'margin: calc(-.5 * var(--rpx)) calc(12.5 * var(--rpx))'],
    ['width: calc(100% - 32rpx)', 'width: calc(100% - calc(32 * var(--rpx)))'],
    ['max-height: calc(94vh - 10px)', 'max-height: calc(94cqh - 10px)'],
    ['width: 50vw', 'width: 50cqw'],
    ['content: "1px"', 'content: "1px"'],
  ])('%s', (declaration, expected) => {
    expect(compile(`.a { ${declaration}; }`)).toBe(`.a { ${expected}; }`)
  })

  it('gives every tag its name in the document', () => {
    expect(compile('page, view > text.b::after { color: red }')).toBe(
      'wx-page, wx-view > wx-text.b::after { color: red }',
    )
  })

  it('keeps a page’s rules on that page, without raising their weight', () => {
    const on = ':where([is="pages/now/now"])'
    expect(compile('.a .b, view { color: red }', page)).toBe(`${on} .a .b,${on} wx-view { color: red }`)
    expect(compile('page { color: red }', page)).toBe(`wx-page${on} { color: red }`)
    expect(compile('page .a { color: red }', page)).toBe(`wx-page${on} .a { color: red }`)
  })

  it('prefixes the classes of a component, inside :not() too, and turns :host into its element', () => {
    expect(compile('.a.b:not(.c) { color: red }', card)).toBe(
      '.components_card_card--a.components_card_card--b:not(.components_card_card--c) { color: red }',
    )
    expect(compile(':host { display: block } :host(.x) {}', card)).toContain(
      '[is="components/card/card"] { display: block }',
    )
  })

  it('leaves the classes of a component with shared styles alone', () => {
    expect(compile('.a { color: red }', { kind: 'component', path: 'c/c' })).toBe('.a { color: red }')
  })

  it('makes a theme query a condition on the page’s theme', () => {
    expect(compile('@media (prefers-color-scheme: dark) { page { color: red } .a, .b { color: blue } }')).toBe(
      ':where(html[data-theme="dark"]) wx-page { color: red } ' +
        ':where(html[data-theme="dark"]) .a, :where(html[data-theme="dark"]) .b { color: blue }',
    )
  })

  it('keeps other queries and the steps of an animation as they are', () => {
    const css =
      '@media (prefers-reduced-motion: reduce) { .a { animation: none } } @keyframes in { from { opacity: 0 } 50% { opacity: 1 } }'
    expect(compile(css)).toBe(css)
  })

  it('puts imported files in their place, relative and absolute', () => {
    writeFileSync(path.join(folder, 'b.wxss'), "@import './c.wxss';\n.b { color: red }")
    writeFileSync(path.join(folder, 'c.wxss'), '.c { width: 1rpx }')
    expect(compile("@import '/b.wxss';\n.a { color: blue }", card)).toBe(
      '.components_card_card--c { width: calc(1 * var(--rpx)) } .components_card_card--b { color: red } .components_card_card--a { color: blue }',
    )
  })

  it.each([
    ['a syntax error', '.a { color', undefined, 1],
    ['a missing import', '.a {}\n@import "./nowhere.wxss";', undefined, 2],
    ['a circle of imports', '@import "./a.wxss";', undefined, 1],
    ['a tag in a component', '\n.a view {}', card, 2],
    ['an id in a component', '#a {}', card, 1],
    ['an attribute in a component', '[hidden] {}', card, 1],
    ['rpx in a query', '@media (min-width: 600rpx) { .a {} }', undefined, 1],
    [
      'a theme query that asks for more',
      '@media (prefers-color-scheme: dark) and (min-width: 1px) { .a {} }',
      undefined,
      1,
    ],
    [':host in a page', ':host {}', page, 1],
  ] as [string, string, StyleScope | undefined, number][])('refuses %s, with its line', (_name, wxss, scope, line) => {
    expect(problemOf(wxss, scope)).toMatchObject({ rule: 'wxss', file: 'a.wxss', line })
  })
})
