import { screen, screenState } from '../../../behaviors/screen.ts'
import { core, openPage, replacePage, tell } from '../../../wiring.ts'
import { ensureSignedIn } from '../../ensure-signed-in.ts'
import { askConsent } from '../../consent-answer.ts'
import { accountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'
import { tellRefused } from '../../tell-refused.ts'
import { foundingOf, foundView, type FoundView } from './found.view.ts'

/** 建一个家庭: its first child, its name, and what it calls who founds it. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        foundView(state, core.account.localRecord.get(), data._childId as string | null, data._isBusy as boolean),
      (language) => accountTexts(language).titles.found,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _childId: null as string | null, _isBusy: false, _agreedTo: null as number | null, view: {} as FoundView },
  methods: {
    onWay({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(`/package-more/pages/${detail.key}/${detail.key}`)
    },
    onChild({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ _childId: detail.value })
      this.refresh()
    },
    async onSubmit({
      detail,
    }: WechatMiniprogram.CustomEvent<{ value: { child?: string; family: string; own: string } }>) {
      if (this.data._isBusy) return
      const { preferences } = screenState()
      const words = accountTexts(preferences.language)
      const filled = foundingOf(detail.value, this.data.view.childId, null)
      const { close } = membersTexts(preferences.language)
      if (!filled) return tell({ title: words.found.needs, text: '', yes: close })
      const consentVersion = this.data._agreedTo ?? (await askConsent())
      if (consentVersion === null) return
      this.setData({ _agreedTo: consentVersion })
      this.busy(true)
      const entered = await ensureSignedIn()
      const reply = entered.ok ? await core.account.foundFamily({ ...filled, consentVersion }) : entered
      this.busy(false)
      if (!reply.ok) return tellRefused(reply.problem)
      replacePage('/package-more/pages/invite/invite')
    },
    busy(isBusy: boolean) {
      this.setData({ _isBusy: isBusy })
      this.refresh()
    },
  },
})
