import { builtin } from './builtin.ts'

export const text = builtin({
  properties: { selectable: Boolean, userSelect: Boolean, space: String },
  changed: {
    'selectable, userSelect': ({ data, element }) => {
      element.toggleAttribute('selectable', data.selectable || data.userSelect)
    },
    space: ({ data, element }) => {
      element.toggleAttribute('spaces', data.space !== '')
    },
  },
})
