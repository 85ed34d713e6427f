import { fixedZone } from '../../../shared/time/zone.ts'
import { screen, screenState } from '../../behaviors/screen.ts'
import { choose, core, openPage, phoneOffsetMinutes, tell, version } from '../../wiring.ts'
import { familyView, pageOf, type FamilyView } from './family.view.ts'
import { settingChange, type SettingKey } from './settings.view.ts'

/** 家庭: who watches, and the way to everybody in it, the children, the medicine cabinet, and how this phone shows all that. */
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
    onRow({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(pageOf(detail.key))
    },
    async onDuty() {
      const { family, open, texts } = screenState()
      const others = family.members.filter(({ id, role }) => role !== 'viewer' && id !== open?.accountId)
      const to = this.data.view.duty?.to ?? ''
      const chosen = to === '' ? await choose(others.map(({ name }) => name)) : null
      const accountId = chosen === null ? to : others[chosen]?.id
      if (!accountId) return
      const taken = core.facts.takeDuty(accountId)
      if (!taken.ok)
        await tell({ title: texts.problemTitle, text: texts.problems[taken.problem], yes: texts.common.close })
    },
  },
})
