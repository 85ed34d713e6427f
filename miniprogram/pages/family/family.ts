import { fixedZone } from '../../../shared/time/zone.ts'
import { screen } from '../../behaviors/screen.ts'
import { core, openPage, phoneOffsetMinutes, version } from '../../wiring.ts'
import { familyView, type FamilyView } from './family.view.ts'
import { settingChange, type SettingKey } from './settings.view.ts'

/** 家庭: who is in it, the children, the medicine cabinet, and how this phone shows all that. */
Component({
  behaviors: [screen((state) => familyView(state, version, fixedZone(phoneOffsetMinutes(state.now))))],
  data: { view: {} as FamilyView },
  methods: {
    onSetting(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: SettingKey }>) {
      core.preferences.change(settingChange(event.currentTarget.dataset.key, event.detail.value))
    },
    onConnection() {
      void core.sync.now()
    },
    onAbout() {
      openPage('/package-more/pages/about/about')
    },
  },
})
