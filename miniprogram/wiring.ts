import { fixedZone } from '../shared/time/zone.ts'
import { clock } from './platform/clock.ts'
import { environment } from './platform/environment.ts'
import { fillIds, newId } from './platform/ids.ts'
import { onAppHidden, onAppShown } from './platform/lifecycle.ts'
import { phoneLanguage, phoneOffsetMinutes, phoneTypeScale } from './platform/locale.ts'
import { loginCode } from './platform/login.ts'
import { network, watchNetwork } from './platform/network.ts'
import { openPage } from './platform/navigation.ts'
import { onPrivacyNeeded } from './platform/privacy.ts'
import { sendRequest } from './platform/request.ts'
import { openSocket } from './platform/socket.ts'
import { storage } from './platform/storage.ts'
import { createCore } from './services/core.ts'
import { createAbsenceStore } from './stores/absence.store.ts'
import { currentChild } from './stores/current-child.ts'
import { createVerdictNews } from './stores/verdict-news.store.ts'
import { derived } from './stores/observable.ts'

/** From here on WeChat's own type counts as large. */
const LARGE_FROM = 1.2

fillIds()
watchNetwork()

/** The services and stores of this phone. Pages and components take them from here. */
export const core = createCore({
  storage,
  clock,
  network,
  sendRequest,
  openSocket,
  loginCode,
  newId,
  random: Math.random,
  offsetMinutesAt: phoneOffsetMinutes,
  suggested: { language: phoneLanguage(), isLarge: phoneTypeScale() >= LARGE_FROM },
  environment,
})

/** The child the screens show. */
export const child = derived([core.family, core.preferences], (family, preferences) =>
  currentChild(family, preferences, fixedZone(phoneOffsetMinutes(clock.now()))),
)

/** When this phone was last looked at. */
export const absence = createAbsenceStore(storage, clock)

/** What the guard has come to think differently of. */
export const verdictNews = createVerdictNews(storage, clock, core.family)

export { clock }
export const { version, operator, apiBase } = environment
export { measuringCanvas, pictureOf, pixelRatio, type CanvasNode } from './platform/canvas.ts'
export { ask, askText, choose, tell } from './platform/dialogs.ts'
export { copyText } from './platform/clipboard.ts'
export { knock } from './platform/haptics.ts'
export { callNumber } from './platform/phone-call.ts'
export { closePage, openPage, replacePage, setTabTexts, setTitle, switchTab } from './platform/navigation.ts'
export { currentTheme, onThemeChange } from './platform/theme.ts'
export { answerPrivacy, openPrivacyContract, privacyContract } from './platform/privacy.ts'
export { phoneOffsetMinutes } from './platform/locale.ts'

onPrivacyNeeded(() => openPage('/package-more/pages/consent/consent?for=wechat'))
onAppShown(() => {
  absence.came()
  core.wakeUp()
})
onAppHidden(() => {
  absence.went()
  core.fallAsleep()
})
