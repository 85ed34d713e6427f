import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, core, openPage, switchTab } from '../../../wiring.ts'
import { accountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'
import { tellRefused } from '../../tell-refused.ts'
import { familiesView, type FamiliesView } from './families.view.ts'

/** 家庭和登录: which family is open, the way to another, and signing in and out. */
Component({
  behaviors: [
    screen(
      (state, data) => familiesView(state, data._isBusy as boolean, core.leftBehind.state.get().length > 0),
      (language) => accountTexts(language).titles.families,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _isBusy: false, view: {} as FamiliesView },
  pageLifetimes: {
    show() {
      if (core.account.state.get().who === 'signed_in') void core.account.refreshFamilies()
    },
  },
  methods: {
    onFamily({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      core.account.openFamily(detail.key)
      switchTab('/pages/now/now')
    },
    onWay({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(`/package-more/pages/${detail.key}/${detail.key}`)
    },
    async onAccount({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      if (this.data._isBusy) return
      this.busy(true)
      if (detail.key === 'sign_in') await this.told(core.account.signIn())
      else await this.signOut(detail.key === 'everywhere')
      this.busy(false)
    },
    async signOut(everywhere: boolean) {
      const { preferences, unsent } = screenState()
      const { families: words } = accountTexts(preferences.language)
      const { yes, no } = membersTexts(preferences.language)
      const text = everywhere ? words.everywhereText : words.signOutText
      const title = everywhere ? words.everywhereAsk : words.signOutAsk
      if (!(await ask({ title, text: unsent > 0 ? `${words.unsent(unsent)}${text}` : text, yes, no }))) return
      await this.told(core.account.signOut({ everywhere }))
    },
    async told(asked: ReturnType<typeof core.account.signIn>) {
      const reply = await asked
      if (!reply.ok) await tellRefused(reply.problem)
    },
    busy(isBusy: boolean) {
      this.setData({ _isBusy: isBusy })
      this.refresh()
    },
  },
})
