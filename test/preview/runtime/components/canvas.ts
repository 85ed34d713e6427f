import { builtin } from './builtin.ts'

/** A 2d canvas; the old canvas contexts that type="2d" replaced are not here. */
export const canvas = builtin({
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  created: ({ element }) => {
    element.append(document.createElement('canvas'))
  },
  attached: ({ data }) => {
    if (data.type !== '2d') throw new Error('<canvas> needs type="2d"')
  },
  changed: {
    disableScroll: ({ data, element }) => {
      element.style.touchAction = data.disableScroll ? 'none' : ''
    },
  },
})
