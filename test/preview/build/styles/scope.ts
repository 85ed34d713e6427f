import type { Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'

/** Which elements a stylesheet may reach. A prefix is there when the unit's classes are its own. */
export type StyleScope =
  | { kind: 'app' }
  | { kind: 'page'; path: string; prefix?: string | undefined }
  | { kind: 'component'; path: string; prefix?: string | undefined }

/** The class prefix of a unit with isolated styles: its path, readable in the inspector. */
export function stylePrefix(unitPath: string): string {
  return unitPath.replace(/[^\w-]/g, '_')
}

/** Rewrites one rule's selectors from WXSS to what they mean in the browser's one document. */
export function scopeRule(rule: Rule, scope: StyleScope): void {
  rule.selector = selectorParser((list) => {
    list.each((selector) => scopeSelector(selector, scope))
  }).processSync(rule.selector)
}

function scopeSelector(selector: selectorParser.Selector, scope: StyleScope): void {
  const namesPage = selector.nodes.some((node) => node.type === 'tag' && node.value === 'page')
  const classesOnly = scope.kind === 'component' && scope.prefix !== undefined
  selector.walk((node) => {
    if (classesOnly && (node.type === 'tag' || node.type === 'id' || node.type === 'attribute'))
      throw new Error(`a component's stylesheet may only use classes and :host, found ${String(node).trim()}`)
    if (node.type === 'tag') {
      node.value = `wx-${node.value}`
    } else if (node.type === 'class' && scope.kind !== 'app' && scope.prefix !== undefined) {
      node.value = `${scope.prefix}--${node.value}`
    } else if (node.type === 'pseudo' && node.value === ':host') {
      if (scope.kind !== 'component') throw new Error(':host belongs in a component')
      node.replaceWith(isAttribute(scope.path))
    }
  })
  if (scope.kind !== 'page') return
  const page = selectorParser.pseudo({ value: ':where', nodes: [whole(isAttribute(scope.path))] })
  if (namesPage) {
    const tag = selector.nodes.find((node) => node.type === 'tag' && node.value === 'wx-page')!
    selector.insertAfter(tag, page)
  } else {
    selector.prepend(selectorParser.combinator({ value: ' ' }))
    selector.prepend(page)
  }
}

function isAttribute(path: string): selectorParser.Attribute {
  const attribute = selectorParser.attribute({ attribute: 'is', operator: '=', raws: {}, value: undefined })
  attribute.setValue(path, { quoteMark: '"' })
  return attribute
}

function whole(node: selectorParser.Attribute): selectorParser.Selector {
  return selectorParser.selector({ value: '', nodes: [node] })
}
