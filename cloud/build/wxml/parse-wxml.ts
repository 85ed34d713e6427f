/** One attribute as written; `value` is undefined for a bare name. */
interface WxmlAttribute {
  name: string
  value: string | undefined
  line: number
}

/** One opening tag with where it stands. */
export interface WxmlElement {
  tag: string
  line: number
  attributes: WxmlAttribute[]
}

/** What stands between {{ and }}, anywhere in a template. */
export interface WxmlExpression {
  text: string
  line: number
}

const TAG = /<!--[\s\S]*?-->|<([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g

/**
 * The opening tags of a template in their order. Enough for lint rules that ask what is used and where;
 * whether the template is well formed is the compilers' question.
 */
export function parseWxml(source: string): WxmlElement[] {
  const lineAt = lineCounter(source)
  const elements: WxmlElement[] = []
  for (const match of withoutScripts(source).matchAll(TAG)) {
    const [, tag, inner = ''] = match
    if (tag === undefined) continue
    const innerStart = match.index + 1 + tag.length
    const attributes = [...inner.matchAll(ATTRIBUTE)].map((each) => ({
      name: each[1]!,
      value: each[2] ?? each[3],
      line: lineAt(innerStart + each.index),
    }))
    elements.push({ tag, line: lineAt(match.index), attributes })
  }
  return elements
}

/** Every expression of a template, in attributes and in text. */
export function expressionsIn(source: string): WxmlExpression[] {
  const lineAt = lineCounter(source)
  const plain = withoutScripts(source).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...plain.matchAll(/\{\{([\s\S]*?)\}\}/g)].map((match) => ({ text: match[1]!, line: lineAt(match.index) }))
}

/** Value of an attribute, undefined when absent or bare. */
export function attributeOf(element: WxmlElement, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name)?.value
}

/** Inline WXS may hold `<` as an operator: blank it out, keep its length and lines. */
function withoutScripts(source: string): string {
  return source.replace(/(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g, (_all, open: string, code: string, close: string) => {
    return open + code.replace(/[^\n]/g, ' ') + close
  })
}

function lineCounter(source: string): (offset: number) => number {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
