import { consentText, type Operator } from '../../../../shared/consent/consent-text.ts'
import { CONSENT_VERSIONS, currentConsent, type ConsentKind } from '../../../../shared/consent/versions.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { isOffline } from '../../../services/sync/connection.ts'
import { membersTexts } from '../../texts/members.ts'
import { privacyTexts } from '../../texts/privacy.ts'

/**
 * What is asked: a guardian before there is a family of theirs (`new`) or in the open one, the owner about AI, or WeChat's
 * own question.
 */
export type Asked = 'new' | 'guardian' | 'ai' | 'wechat'

export interface ConsentView {
  readonly isLarge: boolean
  /** What one has to know first: that it is asked again, or that there is no network. */
  readonly note: string
  readonly title: string
  readonly intro: string
  readonly sections: readonly { readonly heading: string; readonly body: string }[]
  readonly version: string
  /** WeChat's own contract, to be opened; '' where there is none. */
  readonly contract: string
  readonly refusing: string
  readonly agree: string
  readonly refuse: string
  readonly isBusy: boolean
}

/** `contract`: the name of WeChat's; `operator`: undefined where the build was not told. */
export function consentView(
  state: ScreenState,
  asked: Asked,
  { contract, operator, isBusy }: { contract: string; operator: Operator | undefined; isBusy: boolean },
): ConsentView {
  const { connection, preferences } = state
  const { language } = preferences
  const words = privacyTexts(language)
  const isNamed = contract !== '' && asked !== 'ai'
  const shared = {
    isLarge: preferences.isLarge,
    contract: isNamed ? words.consent.contract(contract) : '',
    isBusy,
  }
  if (asked === 'wechat') return { ...shared, ...words.consent.wechat, note: '', sections: [], version: '' }
  const kind = kindOf(asked)
  const { version, since } = CONSENT_VERSIONS[kind].find((one) => one.version === currentConsent(kind))!
  const text = consentText(kind, language, operator ?? words.operator)
  const offline = isOffline(connection) ? membersTexts(language).refused.offline : ''
  return {
    ...shared,
    ...text,
    note: offline || (isAskedAgain(state, asked) ? words.consent.again : ''),
    version: words.consent.version(version, since),
    agree: isBusy ? words.consent.sending : text.agree,
  }
}

export const kindOf = (asked: Asked): ConsentKind => (asked === 'ai' ? 'ai' : 'guardian')

/** Agreed once, but to another text than the one that counts now. */
const isAskedAgain = ({ family, open }: ScreenState, asked: Asked): boolean =>
  asked === 'guardian' &&
  family.consents.some(
    ({ kind, accountId, version }) =>
      kind === 'guardian' && accountId === open?.accountId && version !== currentConsent('guardian'),
  )
