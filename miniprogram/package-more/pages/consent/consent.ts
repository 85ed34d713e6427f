import { currentConsent, type ConsentAnswer } from '../../../../shared/consent/versions.ts'
import { screen } from '../../../behaviors/screen.ts'
import {
  answerPrivacy,
  closePage,
  core,
  openPrivacyContract,
  operator,
  privacyContract,
  switchTab,
} from '../../../wiring.ts'
import { answerConsent } from '../../consent-answer.ts'
import { tellRefused } from '../../tell-refused.ts'
import { privacyTexts } from '../../texts/privacy.ts'
import { consentView, kindOf, type Asked, type ConsentView } from './consent.view.ts'

/** The button WeChat looks for when it is told that somebody has agreed. */
const AGREE = 'agree'

/** 同意书: what is kept, by whom and what for, with a yes and a no of one size. `?for=`: what is asked. */
Component({
  behaviors: [
    screen(
      (state, { for: asked, _contract, _isBusy }) =>
        consentView(state, asked as Asked, {
          contract: _contract as string,
          operator,
          isBusy: _isBusy as boolean,
        }),
      (language) => privacyTexts(language).titles.consent,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  properties: { for: { type: String, value: 'guardian' } },
  data: { _contract: '', _isBusy: false, _agreedTo: null as number | null, view: {} as ConsentView },
  lifetimes: {
    attached() {
      void privacyContract().then((contract) => {
        this.setData({ _contract: contract })
        this.refresh()
      })
    },
    /** Whoever asked hears when the page is gone; gone without a word is no. */
    detached() {
      if (this.asked() === 'new') answerConsent(this.data._agreedTo)
      if (this.asked() === 'wechat' && this.data._agreedTo === null) answerPrivacy(null)
    },
  },
  methods: {
    asked(): Asked {
      return this.data.for as Asked
    },
    onContract() {
      openPrivacyContract()
    },
    onAgree() {
      if (this.data._isBusy) return
      const version = currentConsent(kindOf(this.asked()))
      answerPrivacy(AGREE)
      if (this.asked() === 'new' || this.asked() === 'wechat') {
        this.setData({ _agreedTo: version })
        closePage()
        return
      }
      void this.send('given')
    },
    onRefuse() {
      if (this.data._isBusy) return
      if (this.asked() === 'new') switchTab('/pages/now/now')
      else if (this.asked() === 'wechat') closePage()
      else void this.send('refused')
    },
    async send(answer: ConsentAnswer) {
      const kind = kindOf(this.asked())
      const said = { version: currentConsent(kind), answer }
      this.busy(true)
      const reply = await (kind === 'ai' ? core.families.answerAiConsent(said) : core.families.answerConsent(said))
      this.busy(false)
      if (reply.ok) closePage()
      else await tellRefused(reply.problem)
    },
    busy(isBusy: boolean) {
      this.setData({ _isBusy: isBusy })
      this.refresh()
    },
  },
})
