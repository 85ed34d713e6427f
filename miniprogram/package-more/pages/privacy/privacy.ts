import { currentConsent } from '../../../../shared/consent/versions.ts'
import { fixedZone, localTime } from '../../../../shared/time/zone.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { ask, choose, clock, core, openPage, operator, phoneOffsetMinutes, tell } from '../../../wiring.ts'
import { exportFamily, exportPhone, shareFile } from '../../export/export-record.ts'
import { tellRefused } from '../../tell-refused.ts'
import { membersTexts } from '../../texts/members.ts'
import { privacyTexts } from '../../texts/privacy.ts'
import { aiConsent, ownConsent } from './consents.view.ts'
import { eraseAccount, eraseChild, eraseFamily, takeBack } from './erasing.ts'
import { NOTHING_MADE, privacyView, type Exporting, type PrivacyView } from './privacy.view.ts'

const CONSENT_PAGE = '/package-more/pages/consent/consent'

type OnRow = WechatMiniprogram.CustomEvent<{ key: string }>

/** 隐私: what was agreed to, a copy to take along, and where everything is. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        privacyView(state, data._exporting as Exporting, operator, fixedZone(phoneOffsetMinutes(state.now))),
      (language) => privacyTexts(language).titles.privacy,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _exporting: NOTHING_MADE, _isBusy: false, view: {} as PrivacyView },
  pageLifetimes: {
    show() {
      if (core.account.state.get().who === 'signed_in') void core.account.refreshFamilies()
    },
  },
  methods: {
    onConsent({ detail }: OnRow) {
      if (detail.key === 'guardian' || detail.key === 'ai') void this.once(() => this.consent(detail.key === 'ai'))
    },
    async consent(isAi: boolean) {
      const { consents: words } = said()
      const page = `${CONSENT_PAGE}?for=${isAi ? 'ai' : 'guardian'}`
      const state = screenState()
      const given = (isAi ? aiConsent(state) : ownConsent(state))?.answer === 'given'
      const chosen = given ? await choose([words.read, isAi ? words.aiOff : words.withdraw]) : 0
      if (chosen === 0) openPage(page)
      if (chosen !== 1) return
      const [title, text] = isAi ? [words.aiOffAsk, words.aiOffText] : [words.withdrawAsk, words.withdrawText]
      if (!(await ask({ title, text, ...yesNo() }))) return
      const no = { version: currentConsent(isAi ? 'ai' : 'guardian'), answer: 'withdrawn' } as const
      const reply = await (isAi ? core.families.answerAiConsent(no) : core.families.answerConsent(no))
      if (!reply.ok) await tellRefused(reply.problem)
    },
    onTake({ detail }: OnRow) {
      if (detail.key === 'local') void this.once(() => this.exportPhone())
      if (detail.key === 'all') void this.once(() => this.exportFamily())
    },
    async exportFamily() {
      const { id } = core.family.get()
      if (id === null) return
      this.exporting({ isMaking: true, files: [] })
      const { year, month, day } = localTime(clock.now(), fixedZone(phoneOffsetMinutes(clock.now())))
      const reply = await exportFamily(id, `shouwen-${[year, month, day].map(twoDigits).join('-')}.zip`)
      this.exporting({ isMaking: false, files: reply.ok ? [reply.value] : [] })
      if (!reply.ok) await tellRefused(reply.problem)
    },
    async exportPhone() {
      const { take: words, close } = said()
      this.exporting({ isMaking: true, files: [] })
      const files = await exportPhone(core.family.get())
      this.exporting({ isMaking: false, files: files ?? [] })
      if (files?.length !== 0 && files !== null) return
      await tell({ title: files === null ? words.full : words.nothing, text: '', yes: close })
    },
    async onSend(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      const file = this.data._exporting.files.find(({ path }) => path === event.currentTarget.dataset.path)
      if (file && !(await shareFile(file.path, file.name)))
        await tell({ title: said().take.failed, text: '', yes: said().close })
    },
    onErase({ detail }: OnRow) {
      const [what, id = ''] = detail.key.split(' ')
      if (what === 'child') void this.once(() => eraseChild(id))
      if (what === 'family') void this.once(eraseFamily)
      if (what === 'account') void this.once(eraseAccount)
    },
    onDue({ detail }: OnRow) {
      void this.once(async () => {
        await takeBack(detail.key)
        this.refresh()
      })
    },
    onWhere() {
      openPage('/package-more/pages/access-log/access-log')
    },
    exporting(next: Exporting) {
      this.setData({ _exporting: next })
      this.refresh()
    },
    /** One thing at a time: a second tap while the first is answered does nothing. */
    async once(work: () => Promise<void>) {
      if (this.data._isBusy) return
      this.setData({ _isBusy: true })
      await work()
      this.setData({ _isBusy: false })
    },
  },
})

const twoDigits = (part: number): string => String(part).padStart(2, '0')

const said = () => privacyTexts(screenState().preferences.language)

function yesNo() {
  const { yes, no } = membersTexts(screenState().preferences.language)
  return { yes, no }
}
