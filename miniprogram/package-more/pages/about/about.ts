import type { RuleGroup } from '../../../../shared/evidence/rule-row.ts'
import { screen } from '../../../behaviors/screen.ts'
import { aboutTexts } from '../../texts/about.ts'
import { aboutView, type AboutView } from './about.view.ts'
import { toggled } from './rules.view.ts'

/** The one that everybody comes across first. */
const FIRST: readonly RuleGroup[] = ['fever']

/** 关于: what this is and is not, and where every figure comes from. */
Component({
  behaviors: [
    screen(
      (state, data) => aboutView(state, data._open as readonly RuleGroup[]),
      (language) => aboutTexts(language).title,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _open: FIRST, view: {} as AboutView },
  methods: {
    onGroup(event: WechatMiniprogram.TouchEvent<object, object, { id: RuleGroup }>) {
      this.setData({ _open: toggled(this.data._open, event.currentTarget.dataset.id) })
      this.refresh()
    },
  },
})
