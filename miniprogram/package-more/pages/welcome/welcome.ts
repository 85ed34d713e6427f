import { fixedZone } from '../../../../shared/time/zone.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { core, openPage, phoneOffsetMinutes, switchTab } from '../../../wiring.ts'
import { sampleRecords } from '../../sample/sample-records.ts'
import { accountTexts } from '../../texts/account.ts'
import { welcomeView, type WelcomeView } from './welcome.view.ts'

/** 欢迎: what this is, and how one begins. */
Component({
  behaviors: [screen(welcomeView, (language) => accountTexts(language).titles.welcome)],
  data: { view: {} as WelcomeView },
  methods: {
    onAlone({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const { now, preferences } = screenState()
      const here = fixedZone(phoneOffsetMinutes(now))
      if (detail.key === 'sample') core.account.showSample(sampleRecords(now, here, preferences.language))
      else core.account.leaveSample()
      switchTab('/pages/now/now')
    },
    onTogether({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(`/package-more/pages/${detail.key}/${detail.key}`)
    },
  },
})
