import { fixedZone } from '../../../../shared/time/zone.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, closePage, copyText, core, phoneOffsetMinutes, tell } from '../../../wiring.ts'
import { exportPhone, shareFile } from '../../export/export-record.ts'
import { leftText } from '../../left-behind/left-text.ts'
import { accountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'
import { privacyTexts } from '../../texts/privacy.ts'
import { tellRefused } from '../../tell-refused.ts'
import { leftBehindView, type LeftBehindView, type LeftFiles } from './left-behind.view.ts'

const NOTHING_MADE: LeftFiles = { familyId: '', files: [] }

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
          data._made as LeftFiles,
        ),
      (language) => accountTexts(language).titles.leftBehind,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _isBusy: false, _made: NOTHING_MADE, view: {} as LeftBehindView },
  methods: {
    onCopy(event: OnFamily) {
      const { id } = event.currentTarget.dataset
      const family = core.leftBehind.state.get().find(({ familyId }) => familyId === id)
      const state = screenState()
      if (family) void copyText(leftText(family, state, fixedZone(phoneOffsetMinutes(state.now))))
    },
    async onFile(event: OnFamily) {
      const { id } = event.currentTarget.dataset
      const family = core.leftBehind.state.get().find(({ familyId }) => familyId === id)
      if (!family || this.data._isBusy) return
      this.busy(true)
      const files = await exportPhone(family.family)
      this.setData({ _made: { familyId: id, files: files ?? [] } })
      this.busy(false)
      if (files === null) await toldOfFile('full')
    },
    async onSend(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      const file = this.data._made.files.find(({ path }) => path === event.currentTarget.dataset.path)
      if (file && !(await shareFile(file.path, file.name))) await toldOfFile('failed')
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

function toldOfFile(problem: 'full' | 'failed'): Promise<void> {
  const { take, close } = privacyTexts(screenState().preferences.language)
  return tell({ title: take[problem], text: '', yes: close })
}
