import { screen } from '../../../behaviors/screen.ts'
import { core, openPage, switchTab } from '../../../wiring.ts'
import { accountTexts } from '../../texts/account.ts'
import { welcomeView, type WelcomeView } from './welcome.view.ts'

/** 欢迎: what this is, and how one begins. */
Component({
  behaviors: [screen(welcomeView, (language) => accountTexts(language).titles.welcome)],
  data: { view: {} as WelcomeView },
  methods: {
    onAlone() {
      core.account.leaveSample()
      switchTab('/pages/now/now')
    },
    onTogether({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(`/package-more/pages/${detail.key}/${detail.key}`)
    },
  },
})
