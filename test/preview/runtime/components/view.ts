import { playAnimation } from './animated.ts'
import { builtin } from './builtin.ts'
import { HOVER_PROPERTIES, showPresses } from './hover.ts'

/** The plain box; cover-view is one too, since nothing here is drawn natively on top. */
export const view = builtin({
  properties: { ...HOVER_PROPERTIES, animation: null },
  created: showPresses,
  changed: { animation: playAnimation },
})
