import { screen } from '../../behaviors/screen.ts'
import { aboutView, type AboutView } from './about.view.ts'

/** 关于: what this is and is not, and where every figure comes from. */
Component({
  behaviors: [screen(aboutView)],
  data: { view: {} as AboutView },
})
