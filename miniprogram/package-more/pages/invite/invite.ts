import type { GivenRole } from '../../../../shared/contract/schemas/family.schema.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, clock, copyText, core, phoneOffsetMinutes } from '../../../wiring.ts'
import { tellRefused } from '../../tell-refused.ts'
import { membersTexts } from '../../texts/members.ts'
import { inviteView, NOT_YET, type Inviting, type InviteView } from './invite.view.ts'

/** 请家里人进来: a code that is good once, by a card or by word of mouth. */
Component({
  behaviors: [
    screen(
      (state, data) => inviteView(state, data._inviting as Inviting, phoneOffsetMinutes(clock.now())),
      (language) => membersTexts(language).titles.invite,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _inviting: NOT_YET, view: {} as InviteView },
  pageLifetimes: {
    show() {
      void this.list()
    },
  },
  methods: {
    /** WeChat asks for the card when the button is pressed, or its own menu. */
    onShareAppMessage() {
      const { made } = this.data._inviting
      const { preferences } = screenState()
      const { invite } = membersTexts(preferences.language)
      const title = invite.card(core.family.get().children[0]?.name ?? '')
      return { title, path: made?.cardPath ?? '/pages/now/now' }
    },
    async list() {
      const reply = await core.families.invites()
      if (reply.ok) this.now({ open: reply.value.invites })
    },
    onRole({ detail }: WechatMiniprogram.CustomEvent<{ value: GivenRole }>) {
      this.now({ role: detail.value })
    },
    async onMake() {
      const { role, isBusy } = this.data._inviting
      if (isBusy) return
      this.now({ isBusy: true })
      const reply = await core.families.invite(role)
      this.now(reply.ok ? { made: reply.value, isBusy: false } : { isBusy: false })
      if (!reply.ok) await tellRefused(reply.problem)
      else await this.list()
    },
    onAnother() {
      this.now({ made: null })
    },
    onCopy() {
      const { made } = this.data._inviting
      if (!made) return
      const { invite } = membersTexts(screenState().preferences.language)
      void copyText(invite.copyText(core.family.get().name ?? '', made.code))
    },
    async onRevoke({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const { invite, no } = membersTexts(screenState().preferences.language)
      if (!(await ask({ title: invite.revokeAsk, text: invite.revokeText, yes: invite.revoke, no }))) return
      const reply = await core.families.revoke(detail.key)
      if (reply.ok) this.now({ open: reply.value.invites })
      else await tellRefused(reply.problem)
      if (!reply.ok) await this.list()
    },
    now(next: Partial<Inviting>) {
      this.setData({ _inviting: { ...this.data._inviting, ...next } })
      this.refresh()
    },
  },
})
