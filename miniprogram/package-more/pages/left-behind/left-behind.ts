import { fixedZone } from '../../../../shared/time/zone.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, closePage, copyText, core, phoneOffsetMinutes } from '../../../wiring.ts'
import { leftText } from '../../left-behind/left-text.ts'
import { accountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'
import { tellRefused } from '../../tell-refused.ts'
import { leftBehindView, type LeftBehindView } from './left-behind.view.ts'

type OnFamily = WechatMiniprogram.TouchEvent<object, object, { id: string }>

/** 没送到的记录: of a family one is in no more; kept, copied as text, handed to its owner. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        leftBehindView(
          state,
          core.leftBehind.state.get(),
          fixedZone(phoneOffsetMinutes(state.now)),
          data._isBusy as boolean,
        ),
      (language) => accountTexts(language).titles.leftBehind,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _isBusy: false, view: {} as LeftBehindView },
  methods: {
    onCopy(event: OnFamily) {
      const { id } = event.currentTarget.dataset
      const family = core.leftBehind.state.get().find(({ familyId }) => familyId === id)
      const { now, preferences, texts } = screenState()
      if (family) void copyText(leftText(family, preferences, texts, fixedZone(phoneOffsetMinutes(now))))
    },
    async onHand(event: OnFamily) {
      if (this.data._isBusy) return
      this.busy(true)
      const reply = await core.leftBehind.offer(event.currentTarget.dataset.id)
      this.busy(false)
      if (!reply.ok) await tellRefused(reply.problem)
    },
    async onDismiss() {
      const { language } = screenState().preferences
      const { leftBehind: words } = accountTexts(language)
      const { yes, no } = membersTexts(language)
      if (!(await ask({ title: words.dismissAsk, text: words.dismissText, yes, no }))) return
      core.account.dismissLost()
      closePage()
    },
    busy(isBusy: boolean) {
      this.setData({ _isBusy: isBusy })
      this.refresh()
    },
  },
})
