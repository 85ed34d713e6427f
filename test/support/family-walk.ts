import type { Texts } from '../../miniprogram/texts/texts.ts'
import { accountTexts } from '../../miniprogram/package-more/texts/account.ts'
import { cabinetTexts } from '../../miniprogram/package-more/texts/cabinet.ts'
import { childTexts } from '../../miniprogram/package-more/texts/child.ts'
import { historyTexts } from '../../miniprogram/package-more/texts/history.ts'
import { membersTexts } from '../../miniprogram/package-more/texts/members.ts'
import { privacyTexts } from '../../miniprogram/package-more/texts/privacy.ts'
import { reviewTexts } from '../../miniprogram/package-more/texts/review.ts'
import { compareTextsIn } from '../../miniprogram/package-chart/texts/compare.ts'
import { consentText } from '../../shared/consent/consent-text.ts'
import type { Language } from '../../shared/words/language.ts'
import { shown, type BrowserPhone } from './browser-phone.ts'
import type { EventfulFamily } from './eventful-family.ts'

type Stop = (place: string) => Promise<void>

interface Walk {
  readonly phone: BrowserPhone
  readonly family: EventfulFamily
  readonly language: Language
  readonly texts: Texts
  /** Opens the app on a page, as a card or a link does. */
  readonly open: (page: string) => Promise<void>
  readonly stop: Stop
}

const OWN = '小满的外婆'

/** Through every page of whoever begins, joins, agrees, and then owns a family where much waits to be settled. */
export async function walkFamily(walk: Walk): Promise<void> {
  await comeIn(walk)
  await walk.family.handOverTo(OWN)
  await lookAround(walk)
  await openSheets(walk)
}

async function comeIn({ phone, family, language, open, stop }: Walk): Promise<void> {
  const { titles, welcome, join, found, leftBehind } = accountTexts(language)
  await open('welcome')
  await shown(phone.text(welcome.lead))
  await stop(titles.welcome)
  await open('found')
  await shown(phone.text(found.byLink))
  await stop(titles.found)
  await open('left-behind')
  await shown(phone.text(leftBehind.none))
  await stop(`${titles.leftBehind}, none`)
  await open('join')
  await phone.page.getByRole('textbox', { name: join.code }).fill(await family.invite())
  await stop(titles.join)
  await phone.tap(join.look)
  await shown(phone.text(join.roleTexts.caregiver))
  await phone.page.getByRole('textbox', { name: join.own }).fill(OWN)
  await stop(`${titles.join}, asked`)
  await phone.press(phone.button(new RegExp(`^(${join.accept}|${join.signIn})$`)))
  const { agree } = consentText('guardian', language, privacyTexts(language).operator)
  await shown(phone.button(agree))
  await stop(privacyTexts(language).titles.consent)
  await phone.tap(agree)
  await shown(phone.row('38.1'))
}

/** Every page of the family, each opened by itself. */
async function lookAround({ phone, family, language, open, stop }: Walk): Promise<void> {
  const { childId, productId, entryId } = family
  const [child, cabinet] = [childTexts(language), cabinetTexts(language)]
  const [members, review, history] = [membersTexts(language), reviewTexts(language), historyTexts(language)]
  const pages: readonly (readonly [page: string, ready: string | RegExp])[] = [
    ['members', OWN],
    ['access-log', new RegExp(OWN)],
    ['families', accountTexts(language).families.found],
    ['found', accountTexts(language).found.intro],
    [`child?id=${childId}`, child.weights],
    ['child', child.name],
    [`conditions?child=${childId}`, child.allergies],
    ['cabinet', /美林/],
    [`product?id=${productId}`, cabinet.remove],
    ['product', cabinet.presets],
    ['review', review.proposals],
    [`history?id=${entryId}`, history.conflicting],
    ['privacy', privacyTexts(language).take.title],
    ['consent?for=ai', consentText('ai', language, privacyTexts(language).operator).refuse],
  ]
  for (const [page, ready] of pages) {
    await open(page)
    await shown(phone.text(ready))
    await stop(page.replace(/=.*/, ''))
  }
  await open('invite')
  await phone.tap(members.invite.make)
  await shown(phone.button(members.invite.share))
  await stop('invite')
}

/** What is only there for a moment: a weight being typed, what somebody else says they give, two fevers. */
async function openSheets({ phone, family, language, texts, open, stop }: Walk): Promise<void> {
  await open(`child?id=${family.childId}`)
  await phone.tap(childTexts(language).weightAdd)
  await shown(phone.sheet)
  await stop('weight')
  await open('/package-chart/pages/compare/compare')
  await shown(phone.text(compareTextsIn(language).tableTitle))
  await stop('compare')
  await open('/pages/now/now')
  await phone.tap(texts.now.actions.dose)
  await shown(phone.sheet)
  await phone.press(phone.sheet.getByRole('radio').first())
  await stop('intent')
}
