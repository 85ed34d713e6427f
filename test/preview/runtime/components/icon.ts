import { builtin } from './builtin.ts'

const GLYPHS: Record<string, [shape: string, color: string]> = {
  success: ['✓', '#09BB07'],
  success_no_circle: ['✓', '#09BB07'],
  info: ['i', '#10AEFF'],
  warn: ['!', '#F76260'],
  waiting: ['…', '#10AEFF'],
  cancel: ['✕', '#F43530'],
  clear: ['✕', '#B2B2B2'],
  search: ['⌕', '#B2B2B2'],
}

export const icon = builtin({
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  changed: {
    'type, size, color': ({ data, element }) => {
      if (data.type === '') return
      const glyph = GLYPHS[data.type]
      if (glyph === undefined) throw new Error(`<icon type="${data.type}"> is not supported in the preview`)
      const size = typeof data.size === 'number' ? `${data.size}px` : String(data.size)
      element.textContent = glyph[0]
      Object.assign(element.style, {
        fontSize: size,
        width: size,
        lineHeight: size,
        color: data.color === '' ? glyph[1] : data.color,
      })
    },
  },
})
