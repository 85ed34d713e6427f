import { screen, screenState } from '../../../behaviors/screen.ts'
import type { Joining } from '../../../services/account/account.ts'
import { clock, core, phoneOffsetMinutes, switchTab, tell } from '../../../wiring.ts'
import { ensureSignedIn } from '../../ensure-signed-in.ts'
import { askConsent } from '../../consent-answer.ts'
import { accountTexts } from '../../texts/account.ts'
import { membersTexts } from '../../texts/members.ts'
import { choicesOf, codeIn, joinView, TYPING, type Coming, type JoinView } from './join.view.ts'

/** 加入家庭: opened by a card (`?code=`), by a QR code's scene, or to type a code. */
Component({
  behaviors: [
    screen(
      (state, data) =>
        joinView(state, data._joining as Coming, core.account.localRecord.get(), phoneOffsetMinutes(clock.now())),
      (language) => accountTexts(language).titles.join,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  properties: { code: { type: String, value: '' }, scene: { type: String, value: '' } },
  data: { _joining: TYPING, _agreedTo: null as number | null, view: {} as JoinView },
  lifetimes: {
    attached() {
      const code = codeIn(this.data)
      if (code !== '') void this.look(code)
    },
  },
  methods: {
    onCode({ detail }: WechatMiniprogram.CustomEvent<{ value: { code: string } }>) {
      const code = detail.value.code.trim()
      if (code !== '' && this.data._joining.step === 'typing') void this.look(code)
    },
    async look(code: string) {
      this.now({ ...TYPING, step: 'looking', code })
      const reply = await core.account.previewInvite(code)
      this.now(reply.ok ? { step: 'asked', preview: reply.value } : { step: 'typing', problem: reply.problem })
    },
    onOther() {
      this.now(TYPING)
    },
    async onAccept({ detail }: WechatMiniprogram.CustomEvent<{ value: { own: string } }>) {
      const ownName = detail.value.own.trim()
      const { preferences } = screenState()
      const { close, refused } = membersTexts(preferences.language)
      if (this.data._joining.step !== 'asked') return
      if (ownName === '') return tell({ title: refused.name, text: '', yes: close })
      const consentVersion = this.data._agreedTo ?? (await askConsent())
      if (consentVersion === null) return
      this.setData({ _agreedTo: consentVersion })
      this.now({ step: 'accepting', problem: null })
      const reply = await this.accept({ ownName, consentVersion })
      if (reply.ok) this.now({ step: 'joined', familyId: core.account.state.get().open?.familyId ?? '' })
      else this.now({ step: 'asked', problem: reply.problem })
      // Nothing was logged here before: there is nothing to ask.
      if (reply.ok && core.account.localRecord.get() === null) switchTab('/pages/now/now')
    },
    /** Where nobody has an account of WeChat's, accepting makes one. */
    async accept(joining: Joining) {
      const { code } = this.data._joining
      const { who, ways } = core.account.state.get()
      if (who === 'guest' && ways.includes('local')) return core.account.joinLocally(code, joining)
      const entered = await ensureSignedIn()
      return entered.ok ? core.account.acceptInvite(code, joining) : entered
    },
    onChoice(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { child: string }>) {
      const { choices } = this.data._joining
      this.now({ choices: { ...choices, [event.currentTarget.dataset.child]: event.detail.value } })
    },
    async onFinish() {
      const { choices, familyId } = this.data._joining
      const chosen = choicesOf(choices)
      if (Object.values(chosen).some(({ as }) => as !== 'stay')) {
        const carried = core.account.carry(familyId, chosen)
        const { preferences, texts } = screenState()
        const { close } = membersTexts(preferences.language)
        if (!carried.ok) return tell({ title: texts.problemTitle, text: texts.problems[carried.problem], yes: close })
      }
      switchTab('/pages/now/now')
    },
    now(next: Partial<Coming>) {
      this.setData({ _joining: { ...this.data._joining, ...next } })
      this.refresh()
    },
  },
})
