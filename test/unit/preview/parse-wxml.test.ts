import { attributeOf, expressionsIn, parseWxml } from '../../../cloud/build/wxml/parse-wxml.ts'

describe('reading WXML', () => {
  it('gives tags and attributes with the lines they stand on', () => {
    const elements = parseWxml("<view\n  class=\"a {{b > 1 ? 'c' : ''}}\"\n  hidden\n>\n  <text data-x='1'/>\n</view>")
    expect(elements).toEqual([
      {
        tag: 'view',
        line: 1,
        attributes: [
          { name: 'class', value: "a {{b > 1 ? 'c' : ''}}", line: 2 },
          { name: 'hidden', value: undefined, line: 3 },
        ],
      },
      { tag: 'text', line: 5, attributes: [{ name: 'data-x', value: '1', line: 5 }] },
    ])
  })

  it('passes over comments and the inside of WXS', () => {
    const elements = parseWxml('<!-- <lost/> -->\n<wxs module="m">\nif (a<b) { c = "<d/>" }\n</wxs>\n<view/>')
    expect(elements.map(({ tag, line }) => `${tag} ${line}`)).toEqual(['wxs 2', 'view 5'])
  })

  it('finds expressions in attributes and text, not in comments or WXS', () => {
    const source = '<!-- {{a}} -->\n<view class="{{b}}">\n{{ c < d }}</view><wxs module="m">var x = {{}}</wxs>'
    expect(expressionsIn(source)).toEqual([
      { text: 'b', line: 2 },
      { text: ' c < d ', line: 3 },
    ])
  })

  it('tells an absent attribute from an empty one', () => {
    const [view] = parseWxml('<view catchtap="" hidden/>')
    expect(attributeOf(view!, 'catchtap')).toBe('')
    expect(attributeOf(view!, 'hidden')).toBeUndefined()
    expect(attributeOf(view!, 'class')).toBeUndefined()
  })
})
