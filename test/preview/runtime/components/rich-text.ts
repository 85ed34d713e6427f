import { builtin } from './builtin.ts'

interface RichNode {
  type?: 'node' | 'text'
  text?: string
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

const TAGS = new Set([
  'b',
  'br',
  'div',
  'em',
  'h1',
  'h2',
  'h3',
  'i',
  'li',
  'ol',
  'p',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
])

/** Nodes given as data. A string of HTML is refused: the product writes none, and it would need a sanitiser. */
export const richText = builtin({
  properties: { nodes: null, space: String, userSelect: Boolean },
  changed: {
    nodes: ({ data, element }) => {
      if (typeof data.nodes === 'string' && data.nodes.includes('<'))
        throw new Error('<rich-text> takes nodes, not HTML, in the preview')
      const nodes: RichNode[] = Array.isArray(data.nodes)
        ? (data.nodes as RichNode[])
        : [{ type: 'text', text: typeof data.nodes === 'string' ? data.nodes : '' }]
      element.replaceChildren(...nodes.map(draw))
    },
  },
})

function draw(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '')
  const name = node.name ?? 'span'
  if (!TAGS.has(name)) throw new Error(`<rich-text> has no <${name}> in the preview`)
  const element = document.createElement(name)
  if (node.attrs?.['class'] !== undefined) element.className = node.attrs['class']
  if (node.attrs?.['style'] !== undefined) element.style.cssText = node.attrs['style']
  element.append(...(node.children ?? []).map(draw))
  return element
}
